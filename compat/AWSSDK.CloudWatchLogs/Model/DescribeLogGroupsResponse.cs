using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer to DescribeLogGroups.</summary>
public sealed class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    public List<LogGroup> LogGroups { get; set; }

    public string NextToken { get; set; }
}
