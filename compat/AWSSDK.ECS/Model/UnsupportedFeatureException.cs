using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The region lacks what was asked for.</summary>
public sealed class UnsupportedFeatureException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
