using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>A permission is missing.</summary>
public sealed class AccessDeniedException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
