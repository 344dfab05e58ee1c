namespace Amazon.CloudWatchLogs.Model;

/// <summary>The arguments of DescribeLogStreams.</summary>
public sealed class DescribeLogStreamsRequest : AmazonCloudWatchLogsRequest
{
    public string LogGroupName { get; set; }

    public string LogGroupIdentifier { get; set; }

    public string LogStreamNamePrefix { get; set; }

    public OrderBy OrderBy { get; set; }

    public bool? Descending { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 50.</summary>
    public int? Limit { get; set; }
}
