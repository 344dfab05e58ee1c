using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>There is no such image.</summary>
public sealed class ImageNotFoundException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
