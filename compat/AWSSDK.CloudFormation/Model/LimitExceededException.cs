using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>A quota of the account is used up.</summary>
public sealed class LimitExceededException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFormationException(message, innerException, errorType, errorCode, requestId, statusCode);
