using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The answer to DescribeRepositories.</summary>
public sealed class DescribeRepositoriesResponse : AmazonWebServiceResponse
{
    public List<Repository> Repositories { get; set; }

    public string NextToken { get; set; }
}
