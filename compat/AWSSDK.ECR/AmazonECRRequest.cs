using Amazon.Runtime;

namespace Amazon.ECR;

/// <summary>The base of every request to Amazon ECR.</summary>
public abstract class AmazonECRRequest : AmazonWebServiceRequest;
