using System.Text.Json.Serialization;
using Amazon.Plumbing.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A line of one stream.</summary>
public sealed class OutputLogEvent
{
    /// <summary>UTC, down to milliseconds.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? Timestamp { get; set; }

    public string Message { get; set; }

    /// <summary>UTC, down to milliseconds.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? IngestionTime { get; set; }
}
