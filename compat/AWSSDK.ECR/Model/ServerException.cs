using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The service failed; the call can be repeated.</summary>
public sealed class ServerException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
