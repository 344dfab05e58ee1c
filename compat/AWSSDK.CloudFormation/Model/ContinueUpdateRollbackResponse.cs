using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to ContinueUpdateRollback.</summary>
public sealed class ContinueUpdateRollbackResponse : AmazonWebServiceResponse;
