using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR;

/// <summary>
/// An error that Amazon ECR answered with: code, status and request id say which. A refusal is <c>AccessDeniedException</c>.
/// </summary>
public class AmazonECRException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
