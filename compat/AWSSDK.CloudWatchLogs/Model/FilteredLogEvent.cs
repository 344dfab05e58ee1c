namespace Amazon.CloudWatchLogs.Model;

/// <summary>A line of one of several streams.</summary>
public sealed class FilteredLogEvent
{
    public string LogStreamName { get; set; }

    /// <summary>Milliseconds since 1970.</summary>
    public long? Timestamp { get; set; }

    public string Message { get; set; }

    /// <summary>Milliseconds since 1970.</summary>
    public long? IngestionTime { get; set; }

    /// <summary>Unique in the log group.</summary>
    public string EventId { get; set; }
}
