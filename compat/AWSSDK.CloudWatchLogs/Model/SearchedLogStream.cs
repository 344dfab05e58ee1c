namespace Amazon.CloudWatchLogs.Model;

/// <summary>A stream that was searched.</summary>
public sealed class SearchedLogStream
{
    public string LogStreamName { get; set; }

    public bool? SearchedCompletely { get; set; }
}
