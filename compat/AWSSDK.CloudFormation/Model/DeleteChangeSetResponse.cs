using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to DeleteChangeSet.</summary>
public sealed class DeleteChangeSetResponse : AmazonWebServiceResponse;
