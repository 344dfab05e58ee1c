using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to DeleteStack.</summary>
public sealed class DeleteStackResponse : AmazonWebServiceResponse;
