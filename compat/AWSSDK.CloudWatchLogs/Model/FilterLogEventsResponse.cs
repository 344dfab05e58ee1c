using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer to FilterLogEvents.</summary>
public sealed class FilterLogEventsResponse : AmazonWebServiceResponse
{
    public List<FilteredLogEvent> Events { get; set; }

    public List<SearchedLogStream> SearchedLogStreams { get; set; }

    public string NextToken { get; set; }
}
