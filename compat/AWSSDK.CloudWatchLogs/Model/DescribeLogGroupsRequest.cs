namespace Amazon.CloudWatchLogs.Model;

/// <summary>The arguments of DescribeLogGroups.</summary>
public sealed class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    public List<string> AccountIdentifiers { get; set; }

    public string LogGroupNamePrefix { get; set; }

    public string LogGroupNamePattern { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 50.</summary>
    public int? Limit { get; set; }

    public bool? IncludeLinkedAccounts { get; set; }

    public LogGroupClass LogGroupClass { get; set; }
}
