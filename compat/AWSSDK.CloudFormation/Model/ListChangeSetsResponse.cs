using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The answer to ListChangeSets.</summary>
public sealed class ListChangeSetsResponse : AmazonWebServiceResponse
{
    /// <summary>Executed ones are not among them.</summary>
    public List<ChangeSetSummary> Summaries { get; set; }

    public string NextToken { get; set; }
}
