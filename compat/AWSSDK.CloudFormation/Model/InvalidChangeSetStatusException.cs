using System.Net;
using Amazon.Plumbing.Errors;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The change set cannot be executed in its state.</summary>
[ErrorCode("InvalidChangeSetStatus")]
public sealed class InvalidChangeSetStatusException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFormationException(message, innerException, errorType, errorCode, requestId, statusCode);
