using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>The base of every request to CloudFormation.</summary>
public abstract class AmazonCloudFormationRequest : AmazonWebServiceRequest;
