using System.Text.Json.Serialization;
using Amazon.Plumbing.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A log group.</summary>
public sealed class LogGroup
{
    public string LogGroupName { get; set; }

    /// <summary>UTC.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? CreationTime { get; set; }

    /// <summary>Days; null is for ever.</summary>
    public int? RetentionInDays { get; set; }

    public int? MetricFilterCount { get; set; }

    /// <summary>Ends in <c>:*</c>.</summary>
    public string Arn { get; set; }

    /// <summary>Bytes.</summary>
    public long? StoredBytes { get; set; }

    public string KmsKeyId { get; set; }

    public LogGroupClass LogGroupClass { get; set; }

    /// <summary>Without <c>:*</c> at the end.</summary>
    public string LogGroupArn { get; set; }
}
