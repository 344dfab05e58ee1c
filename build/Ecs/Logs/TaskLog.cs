using System.Net;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Build.Errors;

namespace Build.Ecs.Logs;

/// <summary>What became of one reading.</summary>
internal enum LogReading
{
    /// <summary>All that is there by now was read.</summary>
    Whole,

    /// <summary>The service is busy: the same is to be asked again.</summary>
    Refused,

    /// <summary>There is no such stream, or not yet.</summary>
    NoStream,
}

/// <summary>
/// Reads the log of one task from its beginning: the service's own token says where the next reading goes on, and it is moved only by an
/// answer that was taken in. So nothing is lost or read twice, whatever clocks say and however often a call fails. One reader at a time.
/// </summary>
internal sealed class TaskLog(EcsAccess aws, string group, string stream, CallRate rate, Action<string> take, TimeProvider time)
{
    private readonly LineJoiner _joiner = new();
    private string? _token;

    /// <summary>When a line came last, as a timestamp; before, when the reading began.</summary>
    public long LastLineAt { get; private set; } = time.GetTimestamp();

    /// <summary>Reads all that is there by now.</summary>
    public async Task<LogReading> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            await rate.TurnAsync(cancel);
            GetLogEventsResponse page;
            try
            {
                page = await AwsFailures.ExplainAsync($"read the log stream {stream} of {group}", aws.Session, () => aws.Logs.GetLogEventsAsync(Request(), cancel), IsOurs);
            }
            catch (AmazonServiceException missing) when (IsMissing(missing))
            {
                return LogReading.NoStream;
            }
            catch (AmazonServiceException busy) when (IsBusy(busy))
            {
                return LogReading.Refused;
            }

            foreach (var found in page.Events ?? [])
            {
                foreach (var line in _joiner.Take(found.Message, found.Timestamp)) take(line);
                LastLineAt = time.GetTimestamp();
            }

            // The end is reached when the token stays the same; a page without events is not the end.
            var isEnd = page.NextForwardToken == _token;
            _token = page.NextForwardToken;
            if (isEnd) return LogReading.Whole;
        }
    }

    /// <summary>Gives out what has begun, when no more can come.</summary>
    public void End()
    {
        if (_joiner.Rest() is { } line) take(line);
    }

    private GetLogEventsRequest Request() => new() { LogGroupName = group, LogStreamName = stream, StartFromHead = true, NextToken = _token };

    private static bool IsOurs(AmazonServiceException failure) => IsMissing(failure) || IsBusy(failure);

    private static bool IsMissing(AmazonServiceException failure) => failure is ResourceNotFoundException;

    private static bool IsBusy(AmazonServiceException failure) =>
        ServiceErrors.KindOf(failure) == ServiceErrorKind.Throttled || failure.StatusCode >= HttpStatusCode.InternalServerError;
}
