using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;

namespace LoadTest.Cli;

/// <summary>A run as plain lines: one an interval, the same in pipes, files and CI logs.</summary>
internal sealed class PlainView(TextWriter output, TextWriter errors, bool quiet) : IRunView
{
    public void Note(string text)
    {
        if (!quiet) output.WriteLine(text);
    }

    public void Warn(string text) => errors.WriteLine("warning " + text);

    public IRunStep Step(string name, long total)
    {
        Note($"{name}: {OperationColumn.Count(total)}");
        return new SteadyStep(this, name, total);
    }

    public Task<LoadResult> ShowAsync(LoadPlan plan, Func<IRunObserver, Task<LoadResult>> run) => run(new Lines(this, plan));

    public void Report(RunSummary summary, string folder)
    {
        foreach (var line in SummaryText.Lines(summary)) output.WriteLine(line);
        foreach (var warning in summary.Warnings) Warn(warning);
        output.WriteLine($"results: {folder}");
        output.WriteLine($"outcome: {SummaryJson.OutcomeName(summary.Outcome)}");
    }

    private sealed class Lines(PlainView view, LoadPlan plan) : IRunObserver
    {
        public void OnStart(RunStart start) => view.Note("offering load");

        public void OnInterval(IntervalReport interval)
        {
            if (!ProgressFigures.AreWorthShowing(plan, interval)) return;
            var figures = ProgressFigures.Of(plan, interval);
            view.Note(
                $"{figures.Elapsed,8}  offered {figures.Offered}  achieved {figures.Achieved}  p50 {figures.P50}  p99 {figures.P99}  "
                + $"in flight {figures.InFlight}  throttled in all {figures.Throttled}  errors in all {figures.Errors}  left {figures.Left}");
        }
    }

    /// <summary>Says now and then how far a long step has come; a table that throttles may keep it waiting.</summary>
    private sealed class SteadyStep : IRunStep
    {
        private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);
        private readonly Timer _timer;
        private long _done;

        public SteadyStep(PlainView view, string name, long total)
        {
            var begun = Environment.TickCount64;
            _timer = new Timer(
                _ => view.Note($"{name}: {OperationColumn.Count(Volatile.Read(ref _done))} of {OperationColumn.Count(total)} after {OperationColumn.Count((Environment.TickCount64 - begun) / 1000)} s; what the table throttles is tried again"),
                null, Pace, Pace);
        }

        public void Report(long value) => Volatile.Write(ref _done, value);

        public void Dispose() => _timer.Dispose();
    }
}
