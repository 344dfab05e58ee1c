using System.Text;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Tests.Execution;

namespace LoadTest.Engine.Tests.Records;

public sealed class StoredRunTests
{
    [Test]
    public async Task The_reports_of_a_stored_run_are_byte_for_byte_those_of_the_run_itself()
    {
        using var live = new Files();
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream, SampleRecord.Head(WorkerShare.Whole));
        var target = new FakeTarget().GivenAnswers(ticket => (int)(ticket.Index % 7) switch { 0 => FakeTarget.Throttle, 1 => FakeTarget.Failure, _ => FakeTarget.Success })
            .GivenRetriedThrottles(ticket => ticket.Index % 10 == 0 ? 2 : 0);
        var plan = new LoadPlan
        {
            Load = new Load.Open([Stage.Hold(2000, TimeSpan.FromSeconds(0.5))], 64),
            Interval = TimeSpan.FromMilliseconds(100),
            MaxDuration = TimeSpan.FromMinutes(1),
        };
        var result = await new LoadRun(plan, target, TimeProvider.System).ExecuteAsync([writer, .. live.Observers], CancellationToken.None, CancellationToken.None);
        writer.Close(SampleRecord.Close);

        using var stored = new Files();
        using var run = StoredRun.Open(SampleRecord.Source(stream.ToArray()));
        var record = run.Replay(stored.Observers);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.TimeSeries, Is.EqualTo(live.TimeSeries));
            Assert.That(stored.TimeSeries.Split('\n'), Has.Length.GreaterThan(5));
            Assert.That(stored.Latencies, Is.EqualTo(live.Latencies));
            Assert.That(Json(record.Result), Is.EqualTo(Json(result)));
            Assert.That(Json(record.Close), Is.EqualTo(Json(SampleRecord.Close)));
        }
    }

    [Test]
    public void Workers_add_up_and_percentiles_are_those_of_all_values_together()
    {
        var record = Merge(2, Source(0, SampleRecord.Interval(0, 1.001), SampleRecord.Interval(1.001, 2.002)), Source(1, SampleRecord.Interval(0, 1), SampleRecord.Interval(1, 1.99)));
        var one = SampleRecord.Interval(0, 1).Operations[0];
        var sum = LatencyRecorder.NewHistogram();
        for (var i = 0; i < 4; i++) sum.Add(one.SuccessLatencies!.Response);
        var put = record.Result.Operations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Attempted, Is.EqualTo(4 * one.EndedCount));
            Assert.That(put.Attempts, Is.EqualTo(4 * one.Attempts));
            Assert.That(put.Units, Is.EqualTo(one.Units + one.Units + one.Units + one.Units));
            Assert.That(put.ResponseTime, Is.EqualTo(LatencySummary.Of(sum)));
            Assert.That(record.Result.OfferedOperations, Is.EqualTo(4 * 1234));
            Assert.That(record.Result.OfferedRatePerSecond, Is.EqualTo(1000), "the schedules of both, over the time of one");
            Assert.That(record.Result.Client.ProcessorTime, Is.EqualTo(TimeSpan.FromSeconds(3)));
            Assert.That(record.Result.Client.PeakWorkingSetBytes, Is.EqualTo(98_765_432), "the memory of the largest");
            Assert.That(record.Close.Verification, Is.EqualTo(new VerificationResult("all", 200, 198, 2, 0)));
            Assert.That(record.Close.Findings, Is.EqualTo(new[] { "Worker 0: something", "Worker 1: something" }));
            Assert.That(record.Close.Workers.Select(worker => worker.State), Is.All.EqualTo(WorkerState.Complete));
            Assert.That(record.Close.Workers.Select(worker => worker.StartSkew), Is.All.EqualTo(TimeSpan.FromMilliseconds(3)));
        }
    }

    [Test]
    public void Intervals_that_lie_side_by_side_become_one_and_a_sliver_joins_the_last()
    {
        var follower = new Follower();
        Merge(
            2,
            [follower],
            Source(0, SampleRecord.Interval(0, 1.01, inFlight: 5), SampleRecord.Interval(1.01, 2.2, inFlight: 7), SampleRecord.Interval(2.2, 2.4, inFlight: 0)),
            Source(1, SampleRecord.Interval(0, 0.99, inFlight: 3), SampleRecord.Interval(0.99, 3.01, inFlight: 4)));
        Assert.That(follower.Seen, Is.EqualTo(new[]
        {
            (0, 1010, 2L * 1234, 8L),
            (1010, 2400, 2L * 1234, 0L),
            (2400, 3010, 1234L, 4L),
        }));
    }

    [Test]
    public void A_merged_run_can_be_stored_and_read_again()
    {
        using var stream = new MemoryStream();
        RunRecord merged;
        using (var run = StoredRun.OpenAll([Source(0, SampleRecord.Interval(0, 1)), Source(1, SampleRecord.Interval(0, 1))], null))
        {
            using var writer = new RecordWriter(stream, run.Head);
            merged = run.Replay([writer]);
            writer.Close(merged.Close);
        }

        using var again = StoredRun.Open(SampleRecord.Source(stream.ToArray()));
        var record = again.Replay([]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Json(record.Result), Is.EqualTo(Json(merged.Result)));
            Assert.That(Json(record.Close), Is.EqualTo(Json(merged.Close)));
            Assert.That(record.Close.Workers, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public void A_worker_without_a_record_is_missing_and_the_run_incomplete()
    {
        var record = Merge(3, Source(0, SampleRecord.Interval(0, 1)), Source(2, SampleRecord.Interval(0, 1)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Result.Ending, Is.EqualTo(Ending.Incomplete));
            Assert.That(record.Close.Workers.Select(worker => (worker.Index, worker.State)), Is.EqualTo(new[]
            {
                (0, WorkerState.Complete), (1, WorkerState.Missing), (2, WorkerState.Complete),
            }));
            Assert.That(record.Close.Findings, Does.Contain("Worker 1: it left no record"));
        }
    }

    [Test]
    public void Records_of_different_runs_are_not_added()
    {
        var other = SampleRecord.Head(new WorkerShare(1, 2)) with { RunId = "run-2" };
        var refused = Assert.Throws<RecordException>(() => StoredRun.OpenAll(
            [Source(0, SampleRecord.Interval(0, 1)), SampleRecord.Source(SampleRecord.Bytes(other, SampleRecord.End, SampleRecord.Close), 1)], null));
        Assert.That(refused!.Message, Is.EqualTo("workers/0001/run.record: it does not belong to the other records: it is of run run-2, and not of run-1"));
    }

    [TestCase(2, "worker 0 is there twice")]
    [TestCase(1, "there are 2, and the run has a single worker")]
    public void A_result_that_lies_there_twice_is_refused(int workers, string expected)
    {
        var bytes = SampleRecord.Bytes(new WorkerShare(0, workers), [SampleRecord.Interval(0, 1)]);
        Assert.That(
            () => Merge(workers, SampleRecord.Source(bytes, 0), SampleRecord.Source(bytes, 1)),
            Throws.InstanceOf<RecordException>().With.Message.EndsWith(expected));
    }

    private static RecordSource Source(int index, params IntervalReport[] intervals) =>
        SampleRecord.Source(SampleRecord.Bytes(new WorkerShare(index, 2), intervals), index);

    private static RunRecord Merge(int expected, params RecordSource[] sources) => Merge(expected, [], sources);

    private static RunRecord Merge(int expected, IReadOnlyList<IRunObserver> observers, params RecordSource[] sources)
    {
        using var run = StoredRun.OpenAll(sources, expected);
        return run.Replay(observers);
    }

    // Everything of it, histograms by their buckets.
    private static string Json(object value) => System.Text.Json.JsonSerializer.Serialize(value is LoadResult result
        ? new { Result = result with { Operations = [] }, Operations = result.Operations.Select(Figures) }
        : value);

    private static object Figures(OperationResult operation) => new
    {
        operation.Name,
        Outcomes = operation.Outcomes.OrderBy(outcome => outcome.Category.Name, StringComparer.Ordinal).Select(outcome => $"{outcome.Category} {outcome.Count}"),
        operation.Attempts,
        operation.Units,
        Latencies = operation.Latencies.SelectMany(pair => new[] { pair.Value.Response, pair.Value.Service })
            .Select(histogram => string.Join(' ', LatencyBucketsTests.Buckets(histogram))),
    };

    private sealed class Follower : IRunObserver
    {
        public List<(int Start, int End, long Offered, long InFlight)> Seen { get; } = [];

        public void OnStart(RunStart start)
        {
        }

        public void OnInterval(IntervalReport interval) =>
            Seen.Add(((int)Math.Round(interval.Start.TotalMilliseconds), (int)Math.Round(interval.End.TotalMilliseconds), interval.Offered, interval.InFlight));
    }

    private sealed class Files : IDisposable
    {
        private readonly StringWriter _timeSeries = new(new StringBuilder());
        private readonly StringWriter _latencies = new(new StringBuilder());

        public IReadOnlyList<IRunObserver> Observers => [new TimeSeriesCsv(_timeSeries), new LatencyLog(_latencies)];

        public string TimeSeries => _timeSeries.ToString();

        public string Latencies => _latencies.ToString();

        public void Dispose()
        {
            _timeSeries.Dispose();
            _latencies.Dispose();
        }
    }
}
