using LoadTest.Engine.Execution;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>
/// Tries requests again that were throttled or failed for the moment, after a random wait of up to 50 ms, doubled with each try, and 20 s at
/// the most ("full jitter", AWS Architecture Blog, Exponential Backoff And Jitter). Every attempt is counted, with what it was charged.
/// </summary>
/// <param name="inner">Sends one attempt.</param>
/// <param name="maxRetries">How many attempts may follow the first; more than zero.</param>
/// <param name="seed">Decides the waits: of each lane its own.</param>
/// <param name="time">The clock.</param>
public sealed class RetryingSender(IRequestSender inner, int maxRetries, long seed, TimeProvider time) : IRequestSender
{
    private const double FirstWaitMilliseconds = 50;
    private const double LongestWaitMilliseconds = 20_000;
    private long _waits;

    /// <inheritdoc/>
    public async ValueTask<Answer> SendAsync(PlannedRequest request, CancellationToken abort)
    {
        var answer = await inner.SendAsync(request, abort);
        for (var retry = 0; retry < maxRetries && IsWorthRetrying(answer.Category); retry++)
        {
            try
            {
                await Task.Delay(Wait(retry), time, abort);
            }
            catch (OperationCanceledException)
            {
                return answer;
            }

            var next = await inner.SendAsync(request, abort);
            answer = next with
            {
                Attempts = answer.Attempts + next.Attempts,
                ReadUnits = answer.ReadUnits + next.ReadUnits,
                WriteUnits = answer.WriteUnits + next.WriteUnits,
                IndexUnits = answer.IndexUnits + next.IndexUnits,
                UnreportedWriteUnits = answer.UnreportedWriteUnits + next.UnreportedWriteUnits,
                ItemsFound = answer.ItemsFound + next.ItemsFound,
                OpenAttempts = answer.OpenAttempts + (Category.LeavesFateOpen(answer.Category) ? 1 : 0),
                RetriedThrottles = IsThrottle(answer.Category) ? [.. answer.RetriedThrottles ?? [], answer.Category] : answer.RetriedThrottles,
            };
        }

        return answer;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static bool IsWorthRetrying(int category) =>
        IsThrottle(category) || category == Category.TransactionConflict || category == Category.ServerFault || category == Category.Connect
        || category == Category.TimeoutConnect || category == Category.TimeoutTls || category == Category.Timeout
        || category == Category.TimeoutFirstByte || category == Category.TimeoutBody || category == Category.Reset;

    private static bool IsThrottle(int category) => Category.All[category].Kind == OutcomeKind.Throttle;

    private TimeSpan Wait(int retry)
    {
        const double bits = 1UL << 53;
        var longest = Math.Min(LongestWaitMilliseconds, FirstWaitMilliseconds * Math.Pow(2, retry));
        return TimeSpan.FromMilliseconds(longest * ((SplitMix.Bits(seed, _waits++) >> 11) / bits));
    }
}
