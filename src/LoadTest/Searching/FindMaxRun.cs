using System.Globalization;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Scheduling;
using LoadTest.Engine.Searching;
using LoadTest.Engine.Thresholds;
using LoadTest.Planning;

namespace LoadTest.Searching;

/// <summary>
/// Searches the highest rate at which every threshold holds: a load for each rate, all against the same table and over the same connections,
/// with banked capacity spent before each.
/// </summary>
/// <param name="plan">The run; its <see cref="RunPlan.FindMax"/> is given.</param>
/// <param name="table">The table.</param>
/// <param name="lanes">The target of all loads.</param>
/// <param name="view">Is told of each trial.</param>
/// <param name="time">The clock.</param>
public sealed class FindMaxRun(RunPlan plan, PreparedTable table, KeptLanes lanes, IRunView view, TimeProvider time)
{
    // A rate that was not reached did not hold, whatever else did.
    private static readonly Threshold Achieved = new(
        "achieved-rate>=99%", null, Metric.Named("achieved-rate"), new Comparison(">="), 99, LimitKind.OfOffered);

    private static readonly TimeSpan BurstInterval = TimeSpan.FromMilliseconds(250);
    private readonly FindMaxPlan _find = plan.FindMax!;
    private readonly Threshold[] _thresholds = [.. plan.Thresholds.Where(threshold => threshold.Text != Achieved.Text), Achieved];
    private readonly List<RateTrial> _trials = [];
    private bool _isWarm;

    /// <summary>The clock that all loads on these lanes share.</summary>
    public RunClock Clock { get; } = new(time);

    /// <summary>Searches.</summary>
    /// <param name="stop">Ends the search; what was found until then is given.</param>
    public async Task<RateSearchResult> SearchAsync(CancellationToken stop)
    {
        var search = new RateSearch(_find.FirstRate, _find.Precision, Configuration.Values.StagesText.HighestRate);
        var latest = time.GetUtcNow() + plan.Load.MaxDuration;
        string? ended = null;
        while (ended is null && search.Next() is { } rate)
        {
            ended = stop.IsCancellationRequested ? "it was stopped"
                : time.GetUtcNow() > latest ? "it reached its longest duration"
                : CostsTooMuch(rate) ? "a further trial would have cost more than max-cost allows"
                : null;
            if (ended is not null) break;
            var trial = await TryAsync(rate, stop);
            if (stop.IsCancellationRequested) continue;
            _trials.Add(trial);
            search.Add(rate, trial.Held);
            view.Note(Line(trial));
        }

        return new RateSearchResult(
            search.HighestHeld, search.LowestBroken, ended ?? (search.HighestHeld is null ? "no rate held" : "what held and what broke lie close enough"), _trials);
    }

    /// <summary>The load that a report is made of: the highest rate that held, or the lowest that was tried, once more.</summary>
    public LoadPlan ConfirmingPlan(RateSearchResult found) => Hold(found.HighestHeld ?? found.LowestBroken ?? _find.FirstRate, _find.TrialDuration);

    /// <summary>Spends what the table has banked, where it banks anything.</summary>
    public Task<BurstSpent?> SpendBurstAsync(double nextRate, CancellationToken stop) =>
        new BurstSpender(table, plan.Costs, async (rate, longest, observer, end) =>
            (await RunAsync(Hold(rate, longest) with { Interval = BurstInterval }, [observer], end)).Duration).SpendAsync(nextRate, stop);

    private async Task<RateTrial> TryAsync(double rate, CancellationToken stop)
    {
        var burst = await SpendBurstAsync(rate, stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var hopeless = new HopelessThresholds(_thresholds, plan.Baseline, 1 + plan.MaxRetries, _ => end.Cancel());
        var result = await RunAsync(Hold(rate, _find.TrialDuration), [hopeless], end.Token);
        var sample = Sample.Of(result);
        var broken = ThresholdJudge.Judge(_thresholds, result, plan.Baseline).Where(verdict => !verdict.Holds).Select(verdict => verdict.Threshold.Text);
        return new RateTrial(
            rate, result.Duration, result.AchievedRatePerSecond, LatencySummary.Of(sample.ResponseTimes), sample.ThrottledRequests, sample.Errors, [.. broken], burst);
    }

    private async Task<LoadResult> RunAsync(LoadPlan load, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        var warmUp = _isWarm ? TimeSpan.Zero : plan.Load.WarmUp;
        _isWarm = true;
        var result = await new LoadRun(load with { WarmUp = warmUp }, lanes, time, Clock).ExecuteAsync(observers, stop, CancellationToken.None);
        lanes.MoveOn(new ArrivalSchedule(((Load.Open)load.Load).Stages).Total - result.NotStarted);
        return result;
    }

    private LoadPlan Hold(double rate, TimeSpan duration) => plan.Load with
    {
        Load = (Load.Open)plan.Load.Load with { Stages = [Stage.Hold(rate, duration)] },
        WarmUp = TimeSpan.Zero,
        MaxDuration = duration + TimeSpan.FromMinutes(1),
    };

    private bool CostsTooMuch(double rate) =>
        CostEstimate.Of(plan.Costs with { Operations = lanes.Used + 2 * rate * _find.TrialDuration.TotalSeconds }, plan.Prices).Dollars > plan.MaxCost;

    private static string Line(RateTrial trial) => string.Create(
        CultureInfo.InvariantCulture,
        $"trial at {trial.Rate:#,0.#}/s: {(trial.Held ? "held" : "broke " + string.Join(", ", trial.Broken))}; achieved {trial.AchievedRate:#,0.#}/s, p99 {trial.Response.P99:0.###} ms, throttled {trial.ThrottledRequests:N0}");
}
