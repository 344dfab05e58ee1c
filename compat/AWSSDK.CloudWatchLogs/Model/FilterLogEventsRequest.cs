namespace Amazon.CloudWatchLogs.Model;

/// <summary>The arguments of FilterLogEvents.</summary>
public sealed class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public string LogGroupName { get; set; }

    public string LogGroupIdentifier { get; set; }

    /// <summary>At most 100; not together with a prefix.</summary>
    public List<string> LogStreamNames { get; set; }

    public string LogStreamNamePrefix { get; set; }

    /// <summary>Milliseconds since 1970; this time included.</summary>
    public long? StartTime { get; set; }

    /// <summary>Milliseconds since 1970; this time included.</summary>
    public long? EndTime { get; set; }

    public string FilterPattern { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 10,000, and never more than 1 MB.</summary>
    public int? Limit { get; set; }

    public bool? Unmask { get; set; }
}
