using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Execution;

/// <summary>Runs a plan against a target: opens the lanes, warms up, measures, and gives the result.</summary>
/// <param name="plan">What to offer.</param>
/// <param name="target">To whom.</param>
/// <param name="time">Where the time comes from.</param>
/// <param name="clock">The clock of lanes that outlive the run; null for one of its own.</param>
public sealed class LoadRun(LoadPlan plan, ILoadTarget target, TimeProvider time, RunClock? clock = null)
{
    private readonly RunClock _clock = clock ?? new RunClock(time);

    /// <summary>Runs the plan to its end.</summary>
    /// <param name="observers">Who follows the measured part.</param>
    /// <param name="stop">Stops offering: what is in flight is drained, and the result covers what was done.</param>
    /// <param name="abort">Cancels what is in flight too.</param>
    public async Task<LoadResult> ExecuteAsync(IReadOnlyList<IRunObserver> observers, CancellationToken stop, CancellationToken abort)
    {
        var lanes = new ILane[plan.Lanes];
        for (var number = 0; number < lanes.Length; number++) lanes[number] = target.OpenLane(number, _clock);
        try
        {
            if (plan.WarmUp > TimeSpan.Zero)
            {
                await WaitUntilAsync(plan.Start - plan.LeadIn, stop);
                await WarmUpAsync(lanes, stop, abort);
            }

            await WaitUntilAsync(plan.Start, stop);
            return await MeasureAsync(lanes, observers, stop, abort);
        }
        finally
        {
            foreach (var lane in lanes) await lane.DisposeAsync();
        }
    }

    private async Task WarmUpAsync(ILane[] lanes, CancellationToken stop, CancellationToken abort)
    {
        using var dispatcher = Dispatcher(plan.WarmUpLoad, Phase.WarmUp, _clock.Now);
        await using var stopping = stop.Register(dispatcher.Stop);
        await PerformAllAsync(lanes, dispatcher, new RunRecorder(target), abort);
        // The measured part begins with a clean heap, and not with the warm-up's garbage.
        GC.Collect();
    }

    private async Task<LoadResult> MeasureAsync(
        ILane[] lanes, IReadOnlyList<IRunObserver> observers, CancellationToken stop, CancellationToken abort)
    {
        var recorder = new RunRecorder(target);
        var before = ClientUsage.Take();
        var ready = time.GetUtcNow();
        var skew = ready - plan.Start;
        var origin = _clock.Now - RunClock.Nanoseconds(skew ?? TimeSpan.Zero);
        using var dispatcher = Dispatcher(plan.Load, Phase.Measured, origin);
        await using var stopping = stop.Register(dispatcher.Stop);
        using var limit = new CancellationTokenSource(plan.MaxDuration, time);
        await using var limiting = limit.Token.Register(dispatcher.Stop);

        var meter = new IntervalMeter(recorder, dispatcher, _clock, origin);
        var performing = PerformAllAsync(lanes, dispatcher, recorder, abort);
        var totals = new RunTotals();
        var observer = new ObserverGroup([totals, .. observers]);
        await ObserveAsync(meter, new RunStart(plan.Start ?? ready, target.Operations, target.Categories), observer, performing);
        var end = End(dispatcher, recorder, origin, Cost(before, meter, recorder), stop, limit.Token) with { StartSkew = skew };
        observer.OnEnd(end);
        return ResultBuilder.Build(totals, end);
    }

    // Whoever stops the run stops the waiting too: what follows then offers nothing.
    private async Task WaitUntilAsync(DateTimeOffset? instant, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && instant - time.GetUtcNow() is { } left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private LoadEnd End(IDispatcher dispatcher, RunRecorder recorder, long origin, ClientCost cost, CancellationToken stop, CancellationToken limit)
    {
        var elapsed = recorder.LastEnd == 0 ? _clock.Now - origin : recorder.LastEnd - origin;
        var ending = stop.IsCancellationRequested && !IsComplete(dispatcher, elapsed) ? Ending.Stopped
            : limit.IsCancellationRequested && !IsComplete(dispatcher, elapsed) ? Ending.MaxDurationReached
            : Ending.Complete;
        var end = new LoadEnd
        {
            Ending = ending,
            Elapsed = RunClock.Duration(elapsed),
            ScheduleLength = dispatcher.ScheduleLength,
            OfferedOnSchedule = 0,
            StoppedAfter = ending != Ending.Complete && dispatcher.StoppedAfter is { } instant ? RunClock.Duration(instant) : null,
            NotStarted = dispatcher.Total is { } total ? total - dispatcher.Started : 0,
            ClampedLatencies = recorder.Clamped,
            Client = cost,
        };
        return end.OfferedFor is { } offeredFor
            ? end with { OfferedOnSchedule = dispatcher.OfferedBefore(RunClock.Nanoseconds(offeredFor), dispatcher.Started) }
            : end;
    }

    // Done means: no operation of the plan is left, or the time that ends a closed load is over.
    private static bool IsComplete(IDispatcher dispatcher, long elapsed) =>
        dispatcher.Total is { } total && dispatcher.Started >= total
        || dispatcher.Total is null && RunClock.Duration(elapsed) >= dispatcher.PlannedDuration;

    private IDispatcher Dispatcher(Load load, Phase phase, long origin) => load switch
    {
        Load.Open open => new PacedDispatcher(open, plan.Share, phase, _clock, origin, target.BeginsAtOnce),
        Load.Closed closed => new RampedDispatcher(closed, plan.Share, phase, _clock, origin),
        _ => throw new InvalidOperationException($"No such load: {load}."),
    };

    private async Task PerformAllAsync(ILane[] lanes, IDispatcher dispatcher, RunRecorder recorder, CancellationToken abort)
    {
        await Task.WhenAll(lanes.Select((lane, number) =>
            Task.Run(() => PerformAsync(lane, new LaneTurn(number), dispatcher, recorder, abort), CancellationToken.None)));
        // The last lane may end on the dispatcher's own thread, which its disposal waits for, or on one that serves sockets: what follows may block, and goes
        // on elsewhere.
        await Task.Yield();
    }

    private async Task PerformAsync(
        ILane lane, LaneTurn turn, IDispatcher dispatcher, RunRecorder recorder, CancellationToken abort)
    {
        while (true)
        {
            var ticket = await dispatcher.NextAsync(turn);
            if (ticket.IsEnd) return;
            var begun = _clock.Now;
            var outcome = await lane.PerformAsync(ticket, abort);
            recorder.Record(ticket, begun, outcome);
        }
    }

    private async Task ObserveAsync(IntervalMeter meter, RunStart start, ObserverGroup observer, Task performing)
    {
        observer.OnStart(start);
        using (var timer = new PeriodicTimer(plan.Interval, time))
        {
            while (true)
            {
                var tick = timer.WaitForNextTickAsync().AsTask();
                if (await Task.WhenAny(performing, tick) == performing) break;
                observer.OnInterval(meter.Take());
            }
        }

        await performing;
        observer.OnInterval(meter.Take());
    }

    private static ClientCost Cost(ClientUsage before, IntervalMeter meter, RunRecorder recorder)
    {
        var after = ClientUsage.Take();
        return new ClientCost(
            after.ProcessorTime - before.ProcessorTime,
            after.AllocatedBytes - before.AllocatedBytes,
            ClientUsage.PeakWorkingSetBytes(),
            RunClock.Duration(recorder.FirstStart),
            meter.HighestProcessorShare);
    }
}
