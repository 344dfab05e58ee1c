using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>A quota of the account or the repository is used up.</summary>
public sealed class LimitExceededException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
