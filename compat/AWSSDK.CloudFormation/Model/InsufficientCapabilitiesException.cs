using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The template makes roles or uses macros, and the call did not acknowledge it.</summary>
public sealed class InsufficientCapabilitiesException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFormationException(message, innerException, errorType, errorCode, requestId, statusCode);
