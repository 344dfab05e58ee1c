using System.Text.Json.Serialization;
using Amazon.Plumbing.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The arguments of GetLogEvents.</summary>
public sealed class GetLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public string LogGroupName { get; set; }

    public string LogGroupIdentifier { get; set; }

    public string LogStreamName { get; set; }

    /// <summary>Of the line; this time included.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? StartTime { get; set; }

    /// <summary>Of the line; this time excluded.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? EndTime { get; set; }

    public string NextToken { get; set; }

    /// <summary>1 to 10,000, and never more than 1 MB.</summary>
    public int? Limit { get; set; }

    /// <summary>The oldest lines first; needed with a token from an earlier page of the same direction.</summary>
    public bool? StartFromHead { get; set; }

    public bool? Unmask { get; set; }
}
