using LoadTest.Engine.Planning;

namespace LoadTest.Engine.Scheduling;

/// <summary>
/// How many operations a closed load may have outstanding: a pure function of how far the load has come. The first part of the load
/// raises the concurrency in at most ten equal steps, one after another; the rest runs at the limit.
/// </summary>
public sealed class ConcurrencyRamp
{
    private const int MostSteps = 10;
    private readonly int _limit;
    private readonly int _steps;
    private readonly double _rampShare;

    /// <summary>Plans the steps of a closed load.</summary>
    public ConcurrencyRamp(Load.Closed load)
    {
        _limit = load.ConcurrencyLimit;
        _rampShare = (100 - load.FullConcurrencyPercentage) / 100;
        // Below the limit there are only limit - 1 different concurrencies to step through.
        _steps = _rampShare > 0 ? Math.Min(MostSteps, _limit - 1) : 0;
    }

    /// <summary>How many steps there are before the limit is reached.</summary>
    public int Steps => _steps;

    /// <summary>The concurrency allowed when a share of the load, from 0 to 1, has been started.</summary>
    public int LimitAt(double startedShare)
    {
        if (_steps == 0 || startedShare >= _rampShare) return _limit;
        var step = 1 + (int)(startedShare / _rampShare * _steps);
        return (int)Math.Ceiling((double)_limit * Math.Min(step, _steps) / (_steps + 1));
    }
}
