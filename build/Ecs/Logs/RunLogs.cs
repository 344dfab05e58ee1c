using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Build.Ecs.Collecting;
using Build.Output;

namespace Build.Ecs.Logs;

/// <summary>
/// Reads the logs of all tasks of a run side by side, until each is complete: its task has stopped, and nothing came for a while.
/// Disposing breaks it off.
/// </summary>
/// <param name="aws">The service.</param>
/// <param name="manifest">The run.</param>
/// <param name="take">Gets each line with the index of its task; called by several threads, for one task in order.</param>
/// <param name="screen">For what has to be said about the logs themselves.</param>
/// <param name="pace">How long is waited.</param>
/// <param name="time">For the waits.</param>
internal sealed class RunLogs(EcsAccess aws, RunManifest manifest, Action<int, string> take, Screen screen, EcsPace pace, TimeProvider time)
    : IDisposable
{
    private readonly CallRate _rate = new(pace.LogCalls, time);
    private readonly Dictionary<int, Task> _following = [];
    private readonly ConcurrentDictionary<int, long> _stoppedAt = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>Begins to read the log of a task, once.</summary>
    public void Follow(int index)
    {
        lock (_following)
        {
            if (!_following.ContainsKey(index)) _following[index] = FollowAsync(index, _end.Token);
        }
    }

    /// <summary>Says that a task writes no more.</summary>
    public void Stopped(int index) => _stoppedAt.TryAdd(index, time.GetTimestamp());

    /// <summary>Waits until the logs of all tasks that are followed are complete.</summary>
    public Task CompleteAsync()
    {
        lock (_following) return Task.WhenAll(_following.Values);
    }

    /// <summary>Throws what made the reading of a log end early.</summary>
    public void ThrowIfFailed()
    {
        lock (_following)
        {
            if (_following.Values.FirstOrDefault(following => following.IsFaulted) is { Exception.InnerException: { } failure }) ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task FollowAsync(int index, CancellationToken cancel)
    {
        var stream = manifest.LogStream(manifest.TaskArns[index]);
        var log = new TaskLog(aws, manifest.LogGroup, stream, _rate, line => take(index, line), time);
        var (refusals, exists) = (0, false);
        while (true)
        {
            var reading = await log.ReadAsync(cancel);
            exists |= reading == LogReading.Whole;
            refusals = reading == LogReading.Refused ? refusals + 1 : 0;

            // While the service is busy nobody knows whether there is more.
            if (refusals == 0 && IsComplete(index, log)) break;
            await Task.Delay(pace.Logs * Math.Min(1 + refusals, 8), time, cancel);
        }

        log.End();
        if (!exists) screen.Error($"task {TaskName.Of(index)} has left no log: there is no stream {stream} in {manifest.LogGroup}");
    }

    private bool IsComplete(int index, TaskLog log) =>
        _stoppedAt.TryGetValue(index, out var stopped)
        && time.GetElapsedTime(stopped) >= pace.Drain && time.GetElapsedTime(log.LastLineAt) >= pace.Drain;
}
