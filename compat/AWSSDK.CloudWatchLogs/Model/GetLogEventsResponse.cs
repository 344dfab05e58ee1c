using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer to GetLogEvents.</summary>
public sealed class GetLogEventsResponse : AmazonWebServiceResponse
{
    public List<OutputLogEvent> Events { get; set; }

    /// <summary>Never null; the same as the one sent at the end of the stream.</summary>
    public string NextForwardToken { get; set; }

    public string NextBackwardToken { get; set; }
}
