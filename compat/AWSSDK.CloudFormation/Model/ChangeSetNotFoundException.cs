using System.Net;
using Amazon.Plumbing.Errors;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>There is no such change set.</summary>
[ErrorCode("ChangeSetNotFound")]
public sealed class ChangeSetNotFoundException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFormationException(message, innerException, errorType, errorCode, requestId, statusCode);
