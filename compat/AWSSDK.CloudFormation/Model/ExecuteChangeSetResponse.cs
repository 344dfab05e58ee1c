using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to ExecuteChangeSet.</summary>
public sealed class ExecuteChangeSetResponse : AmazonWebServiceResponse;
