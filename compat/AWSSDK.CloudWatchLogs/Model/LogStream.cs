using System.Text.Json.Serialization;
using Amazon.Plumbing.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A stream of a log group.</summary>
public sealed class LogStream
{
    public string LogStreamName { get; set; }

    /// <summary>UTC.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? CreationTime { get; set; }

    /// <summary>UTC.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? FirstEventTimestamp { get; set; }

    /// <summary>UTC; up to an hour late.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? LastEventTimestamp { get; set; }

    /// <summary>UTC.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? LastIngestionTime { get; set; }

    public string UploadSequenceToken { get; set; }

    public string Arn { get; set; }
}
