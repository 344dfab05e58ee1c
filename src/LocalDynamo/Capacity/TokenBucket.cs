namespace LocalDynamo.Capacity;

/// <summary>
/// Capacity units that refill at a rate and are banked up to a limit. As in DynamoDB a request is admitted while anything is left and may
/// take more than that: the debt is paid back before the next one is admitted. Thread-safe.
/// </summary>
internal sealed class TokenBucket
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private double _rate;
    private double _limit;
    private double _level;
    private long _filled;

    /// <param name="unitsPerSecond">Refill rate.</param>
    /// <param name="bank">How much time's worth of units is kept when unused. A new bucket is full.</param>
    /// <param name="time">The clock that refills it.</param>
    public TokenBucket(double unitsPerSecond, TimeSpan bank, TimeProvider time)
    {
        _time = time;
        _rate = unitsPerSecond;
        _limit = unitsPerSecond * bank.TotalSeconds;
        _level = _limit;
        _filled = time.GetTimestamp();
    }

    /// <summary>Whether a request may go on now. The units are taken by <see cref="Take"/> when their number is known.</summary>
    public bool Admits()
    {
        lock (_gate)
        {
            Refill();
            return _level > 0;
        }
    }

    /// <summary>Takes units, below zero if need be.</summary>
    public void Take(double units)
    {
        lock (_gate)
        {
            Refill();
            _level -= units;
        }
    }

    /// <summary>Units that are left; negative while a debt is being paid back.</summary>
    public double Level()
    {
        lock (_gate)
        {
            Refill();
            return _level;
        }
    }

    /// <summary>Changes the rate. What is banked stays, up to the new limit.</summary>
    public void Change(double unitsPerSecond, TimeSpan bank)
    {
        lock (_gate)
        {
            Refill();
            _rate = unitsPerSecond;
            _limit = unitsPerSecond * bank.TotalSeconds;
            _level = Math.Min(_level, _limit);
        }
    }

    private void Refill()
    {
        var now = _time.GetTimestamp();
        _level = Math.Min(_limit, _level + (_time.GetElapsedTime(_filled, now).TotalSeconds * _rate));
        _filled = now;
    }
}
