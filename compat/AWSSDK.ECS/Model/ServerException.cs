using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The service failed; the call can be repeated.</summary>
public sealed class ServerException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
