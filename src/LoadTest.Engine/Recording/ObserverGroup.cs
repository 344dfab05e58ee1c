namespace LoadTest.Engine.Recording;

/// <summary>Tells several observers, one after another.</summary>
public sealed class ObserverGroup(IReadOnlyList<IRunObserver> observers) : IRunObserver
{
    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
        foreach (var observer in observers) observer.OnStart(start);
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        foreach (var observer in observers)
        {
            observer.OnInterval(interval);
            // On a single processor the load goes on in between: all observers in one go would hold starts up for milliseconds.
            Thread.Yield();
        }
    }

    /// <inheritdoc/>
    public void OnEnd(LoadEnd end)
    {
        foreach (var observer in observers) observer.OnEnd(end);
    }
}
