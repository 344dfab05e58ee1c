using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Thresholds;
using LoadTest.Operations;
using LoadTest.Results;

namespace LoadTest.Tests.Results;

public sealed class VerdictTests
{
    private static readonly VerificationResult Sound = new("all", 90, 90, 0, 0);

    [Test]
    public void A_complete_run_with_sound_verification_passes() => Assert.That(Judge(Result(), Sound), Is.EqualTo(RunOutcome.Passed));

    [Test]
    public void Throttles_and_planned_failures_alone_pass() =>
        Assert.That(Judge(Result((Category.Throttled, 10), (Category.ConditionalCheck, 10)), Sound), Is.EqualTo(RunOutcome.Passed));

    [TestCase(1, 0)]
    [TestCase(0, 1)]
    public void A_lost_write_or_a_phantom_fails(long lost, long phantom) =>
        Assert.That(Judge(Result(), new VerificationResult("all", 90, 90 - lost, lost, phantom)), Is.EqualTo(RunOutcome.Failed));

    [Test]
    public void A_run_in_which_nothing_succeeded_fails() =>
        Assert.That(Judge(Result((Category.Timeout, 10)) with { Operations = [Operation([(Category.Timeout, 10)])] }, Sound), Is.EqualTo(RunOutcome.Failed));

    [Test]
    public void An_answer_that_contradicts_an_acknowledged_write_fails()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge(Result((Category.UnexpectedSuccess, 1)), Sound), Is.EqualTo(RunOutcome.Failed));
            Assert.That(Judge(Result((Category.MissingItem, 1)), Sound), Is.EqualTo(RunOutcome.Failed));
            Assert.That(Judge(Result((Category.NothingToRepeat, 1)), Sound), Is.EqualTo(RunOutcome.Passed), "nothing had been acknowledged");
        }
    }

    [TestCase(Ending.Stopped, RunOutcome.Aborted)]
    [TestCase(Ending.MaxDurationReached, RunOutcome.Failed)]
    public void A_run_that_did_not_reach_its_end_did_not_pass(Ending ending, RunOutcome outcome) =>
        Assert.That(Judge(Result() with { Ending = ending }, Sound), Is.EqualTo(outcome));

    [Test]
    public void What_could_not_be_done_after_the_load_fails() =>
        Assert.That(Judge(Result(), Sound, "Clean-up failed"), Is.EqualTo(RunOutcome.Failed));

    [Test]
    public void A_signal_after_the_load_makes_no_pass() =>
        Assert.That(SummaryBuilder.Judge(Result(), Close(VerificationResult.None("the run was stopped"), wasStopped: true), []), Is.EqualTo(RunOutcome.Aborted));

    [TestCase(true, RunOutcome.Passed)]
    [TestCase(false, RunOutcome.ThresholdsFailed)]
    public void A_broken_threshold_fails_a_run_that_is_sound_otherwise(bool holds, RunOutcome outcome) =>
        Assert.That(SummaryBuilder.Judge(Result(), Close(Sound, wasStopped: false), [Verdict(holds)]), Is.EqualTo(outcome));

    [Test]
    public void What_makes_the_run_itself_wrong_weighs_more_than_a_threshold() =>
        Assert.That(SummaryBuilder.Judge(Result(), Close(new VerificationResult("all", 90, 89, 1, 0), wasStopped: false), [Verdict(false)]), Is.EqualTo(RunOutcome.Failed));

    [Test]
    public void A_run_that_was_ended_as_a_threshold_was_hopeless_failed_by_it() => Assert.That(
        SummaryBuilder.Judge(Result() with { Ending = Ending.Stopped, NotStarted = 9 }, Close(Sound, wasStopped: false) with { Hopeless = "too many errors" }, []),
        Is.EqualTo(RunOutcome.ThresholdsFailed));

    private static ThresholdVerdict Verdict(bool holds) =>
        new(new Threshold("errors<1", null, Metric.Named("errors"), new Comparison("<"), 1, LimitKind.Absolute), holds ? 0 : 5, 1, holds, null);

    private static RunOutcome Judge(LoadResult result, VerificationResult verification, params string[] findings) =>
        SummaryBuilder.Judge(result, Close(verification, wasStopped: result.Ending == Ending.Stopped, findings), []);

    private static RecordClose Close(VerificationResult verification, bool wasStopped, params string[] findings) => new()
    {
        Verification = verification,
        Findings = findings,
        WasStopped = wasStopped,
        FirstOperation = TimeSpan.Zero,
    };

    private static LoadResult Result(params (int Category, long Count)[] others) => new()
    {
        Ending = Ending.Complete,
        OfferedOperations = 100,
        OfferedRatePerSecond = null,
        NotStarted = 0,
        Duration = TimeSpan.FromSeconds(1),
        Operations = [Operation([(Category.Success, 90), .. others])],
        Lateness = LatencySummary.Of(null),
        LateStarts = 0,
        ClampedLatencies = 0,
        Client = new ClientCost(TimeSpan.Zero, 0, 0, TimeSpan.Zero, 0),
    };

    private static OperationResult Operation((int Category, long Count)[] outcomes) => new()
    {
        Name = "PutItem",
        Outcomes = [.. outcomes.Select(outcome => (Category.All[outcome.Category], outcome.Count))],
        Attempts = 0,
        ThrottledRequests = [],
        Units = default,
        Latencies = new Dictionary<OutcomeKind, (HdrHistogram.HistogramBase, HdrHistogram.HistogramBase)>(),
    };
}
