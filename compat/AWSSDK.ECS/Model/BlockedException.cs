using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The account is blocked.</summary>
public sealed class BlockedException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
