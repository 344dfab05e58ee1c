using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>
/// An error that CloudWatch Logs answered with: code, status and request id say which. A refusal is <c>AccessDeniedException</c>, too many
/// calls are <c>ThrottlingException</c>.
/// </summary>
public class AmazonCloudWatchLogsException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
