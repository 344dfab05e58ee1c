using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Engine.Tests.Thresholds;

public sealed class HopelessThresholdsTests
{
    private readonly List<string> _reasons = [];

    [SetUp]
    public void Forget() => _reasons.Clear();

    // Of 1,000 operations less than 1 % may fail: with the tenth error it is over, even if all others succeed.
    [TestCase(9, false)]
    [TestCase(10, true)]
    public void An_error_rate_is_hopeless_once_all_that_is_left_could_not_make_up_for_the_errors(int errors, bool hopeless)
    {
        Follow("error-rate", "<", 1, [Interval(success: 100, errors: errors)], total: 1000);
        Assert.That(_reasons, Has.Count.EqualTo(hopeless ? 1 : 0));
    }

    [Test]
    public void A_rate_is_not_judged_early_where_nobody_knows_how_many_operations_there_will_be()
    {
        Follow("error-rate", "<", 1, [Interval(errors: 1_000_000)], total: null);
        Assert.That(_reasons, Is.Empty);
    }

    [Test]
    public void A_count_is_judged_over_all_intervals_and_the_reason_is_given_once()
    {
        Follow("errors", "<=", 5, [Interval(errors: 3), Interval(errors: 3), Interval(errors: 3)], total: null);
        Assert.That(_reasons, Is.EqualTo(new[] { "threshold errors<=5 cannot hold any more: after 1.0 s there were 6 errors already" }));
    }

    // p99 < 20 ms of 1,000: ten may be slower; the rank is rounded, which leaves room for one more.
    [TestCase(11, false)]
    [TestCase(12, true)]
    public void A_percentile_is_hopeless_once_too_many_were_slow(int slow, bool hopeless)
    {
        Follow("p99", "<", 20, [Interval(success: 100, slow: slow)], total: 1000);
        Assert.That(_reasons, Has.Count.EqualTo(hopeless ? 1 : 0));
    }

    [Test]
    public void A_single_slow_operation_breaks_a_maximum_for_good()
    {
        Follow("max", "<", 20, [Interval(success: 100, slow: 1)], total: null);
        Assert.That(_reasons, Has.One.Contains("there were 1 slower operations already"));
    }

    [Test]
    public void Retries_leave_room_for_more_throttles()
    {
        Follow("throttle-rate", "<", 10, [Interval(throttled: 100)], total: 1000, mostAttempts: 4);
        Assert.That(_reasons, Is.Empty, "4,000 requests may be sent, and 100 are 2.5 % of them");
        Follow("throttle-rate", "<", 10, [Interval(throttled: 400)], total: 1000, mostAttempts: 4);
        Assert.That(_reasons, Has.Count.EqualTo(1));
    }

    [TestCase("achieved-rate", ">=", 1e9)]
    [TestCase("mean", "<", 0)]
    [TestCase("errors", ">", 1e9)]
    public void What_only_the_end_can_tell_is_left_to_it(string metric, string comparison, double limit)
    {
        Follow(metric, comparison, limit, [Interval(success: 10, errors: 10, slow: 10)], total: 20);
        Assert.That(_reasons, Is.Empty);
    }

    [Test]
    public void A_threshold_of_another_operation_is_not_touched()
    {
        Follow("errors", "<", 1, [Interval(errors: 10)], total: 1000, operation: "GetItem");
        Assert.That(_reasons, Is.Empty);
    }

    private void Follow(
        string metric, string comparison, double limit, OperationInterval[] intervals, long? total, int mostAttempts = 1, string? operation = null)
    {
        var threshold = new Threshold($"{metric}{comparison}{limit}", operation, Metric.Named(metric), new Comparison(comparison), limit, LimitKind.Absolute);
        var watch = new HopelessThresholds([threshold], null, mostAttempts, _reasons.Add);
        watch.OnStart(Reporting.SampleRun.Start);
        foreach (var (interval, i) in intervals.Select((interval, i) => (interval, i)))
        {
            watch.OnInterval(Reporting.SampleRun.Interval with { End = TimeSpan.FromSeconds(i / 2.0 + 0.5), TotalOperations = total, Operations = [interval] });
        }
    }

    private static OperationInterval Interval(long success = 0, long errors = 0, long throttled = 0, long slow = 0)
    {
        var latencies = LatencyRecorder.NewHistogram();
        if (success > 0) latencies.RecordValueWithCount(19_000, success);
        if (slow > 0) latencies.RecordValueWithCount(21_000, slow);
        return new OperationInterval
        {
            Name = "PutItem",
            Ended = [(Results.Success, success + slow), (Results.Throttled, throttled), (Results.Fault, errors)],
            ThrottledAttempts = [(Results.Throttled, throttled)],
            Attempts = success + slow + errors + throttled,
            Units = default,
            Latencies = [(OutcomeKind.Success, new LatencyInterval(latencies, latencies))],
        };
    }
}
