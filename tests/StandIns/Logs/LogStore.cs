using System.Collections.Concurrent;

namespace StandIns.Logs;

/// <summary>Log groups with their streams, in memory. Thread-safe.</summary>
/// <param name="time">For the time stamps.</param>
public sealed class LogStore(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Group, string Stream), List<LogEvent>> _streams = new();

    /// <summary>How long after it was written an event can be read.</summary>
    public TimeSpan IngestionDelay { get; set; }

    /// <summary>The names of the streams.</summary>
    public IEnumerable<string> Streams => _streams.Keys.Select(key => key.Stream);

    /// <summary>Makes a stream; one that is there stays as it is.</summary>
    public void Create(string group, string stream) => _streams.TryAdd((group, stream), []);

    /// <summary>The time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Adds an event to a stream that was made.</summary>
    public void Put(string group, string stream, string message, DateTimeOffset at)
    {
        var now = time.GetUtcNow();
        var events = _streams[(group, stream)];
        lock (events) events.Add(new LogEvent(at.ToUnixTimeMilliseconds(), (now + IngestionDelay).ToUnixTimeMilliseconds(), message));
    }

    /// <summary>What can be read of a stream by now; null when there is no such stream.</summary>
    public IReadOnlyList<LogEvent>? Read(string group, string stream)
    {
        if (!_streams.TryGetValue((group, stream), out var events)) return null;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (events) return [.. events.TakeWhile(written => written.IngestionTime <= now)];
    }
}
