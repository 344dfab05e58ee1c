using Amazon.DynamoDBv2.Model;

namespace LoadTest.DynamoDb;

/// <summary>
/// The pauses of work outside the load that meets a throttled table: each twice as long as the one before, up to five seconds. Such work
/// waits as long as it takes; the progress that is shown tells that it does.
/// </summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private TimeSpan _next = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the table takes no more at the moment.</summary>
    public static bool IsThrottle(Exception failure) =>
        failure is ProvisionedThroughputExceededException or ThrottlingException or RequestLimitExceededException;

    /// <summary>Waits for the next pause.</summary>
    public async Task PauseAsync(CancellationToken stop)
    {
        var pause = _next;
        _next = pause * 2 > Longest ? Longest : pause * 2;
        await Task.Delay(pause, time, stop);
    }

    /// <summary>Makes a call again and again until the table no longer throttles it.</summary>
    public async Task<T> UntilAdmittedAsync<T>(Func<Task<T>> call, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception throttle) when (IsThrottle(throttle))
            {
                await PauseAsync(stop);
            }
        }
    }
}
