using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>
/// An error that Amazon ECS answered with: code, status and request id say which. A refusal is <c>AccessDeniedException</c>.
/// </summary>
public class AmazonECSException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
