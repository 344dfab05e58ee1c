using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>
/// An error that CloudFormation answered with: code, status and request id say which. A stack that does not exist is a
/// <c>ValidationError</c>, a refusal is <c>AccessDenied</c>.
/// </summary>
public class AmazonCloudFormationException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
