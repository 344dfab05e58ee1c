namespace Build.Ecs.Logs;

/// <summary>Keeps calls a distance apart, whoever makes them. Thread-safe.</summary>
internal sealed class CallRate(TimeSpan distance, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Waits for a turn.</summary>
    public async Task TurnAsync(CancellationToken cancel)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetElapsedTime(_began);
            wait = _next > now ? _next - now : TimeSpan.Zero;
            _next = now + wait + distance;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancel);
    }
}
