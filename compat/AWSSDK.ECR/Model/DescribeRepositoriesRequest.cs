namespace Amazon.ECR.Model;

/// <summary>The arguments of DescribeRepositories.</summary>
public sealed class DescribeRepositoriesRequest : AmazonECRRequest
{
    public string RegistryId { get; set; }

    public List<string> RepositoryNames { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 1000.</summary>
    public int? MaxResults { get; set; }
}
