using System.Globalization;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LoadTest.Cli;

/// <summary>A run on a terminal: figures that are redrawn at each interval, and tables at the end.</summary>
internal sealed class TerminalView(IAnsiConsole console) : IRunView
{
    private const int BarWidth = 40;

    public void Note(string text) => console.MarkupLineInterpolated($"[grey]{text}[/]");

    public void Warn(string text) => console.MarkupLineInterpolated($"[yellow]warning[/] {text}");

    public IRunStep Step(string name, long total) => new LiveStep(console, name, total);

    public Task<LoadResult> ShowAsync(LoadPlan plan, Func<IRunObserver, Task<LoadResult>> run) =>
        console.Live(new Text("starting")).AutoClear(enabled: false).StartAsync(context => run(new Redraw(plan, context)));

    public void Report(RunSummary summary, string folder)
    {
        console.Write(OperationTable(summary.Result));
        var errors = summary.Result.Operations.SelectMany(operation => operation.Errors.Select(error => (operation.Name, error))).ToArray();
        foreach (var (name, (category, count)) in errors)
        {
            console.MarkupLineInterpolated($"  {name} [yellow]{category.Name}[/]: {OperationColumn.Count(count)}");
        }

        foreach (var (name, value) in SummaryText.Facts(summary)) console.MarkupLineInterpolated($"[grey]{name,-14}[/]{value}");
        foreach (var warning in summary.Warnings) Warn(warning);
        console.MarkupLineInterpolated($"[grey]results       [/]{folder}");
        var colour = summary.Outcome == RunOutcome.Passed ? "green" : summary.Outcome == RunOutcome.Aborted ? "yellow" : "red";
        var partial = summary.Result.Ending == Ending.Complete ? "" : " (partial)";
        console.MarkupLine($"[grey]outcome       [/][{colour}]{SummaryJson.OutcomeName(summary.Outcome)}{partial}[/]");
    }

    private static Table OperationTable(LoadResult result)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("");
        foreach (var operation in result.Operations) table.AddColumn(new TableColumn(operation.Name).RightAligned());
        foreach (var column in OperationColumn.All.Skip(1))
        {
            table.AddRow([column.Title, .. result.Operations.Select(column.Value)]);
        }

        return table;
    }

    private sealed class Redraw(LoadPlan plan, LiveDisplayContext context) : IRunObserver
    {
        public void OnStart(RunStart start) => context.UpdateTarget(new Text(plan.WarmUp > TimeSpan.Zero ? "measuring begins" : "offering load"));

        public void OnInterval(IntervalReport interval)
        {
            if (ProgressFigures.AreWorthShowing(plan, interval)) context.UpdateTarget(Figures(ProgressFigures.Of(plan, interval)));
        }

        private static Rows Figures(ProgressFigures figures)
        {
            var filled = (int)Math.Round(figures.Done * BarWidth);
            var bar = new Markup(string.Create(
                CultureInfo.InvariantCulture, $"[green]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/] {figures.Done:P0}, {figures.Elapsed} gone, left: {figures.Left}"));
            var grid = new Grid();
            for (var i = 0; i < 7; i++) grid.AddColumn(new GridColumn().PadRight(3));
            grid.AddRow(Row("offered", "achieved", "p50", "p99", "in flight", "throttled in all", "errors in all", "grey"));
            grid.AddRow(Row(
                figures.Offered, figures.Achieved, figures.P50, figures.P99, figures.InFlight, figures.Throttled, figures.Errors, "bold"));
            return new Rows(bar, grid);
        }

        private static IRenderable[] Row(string a, string b, string c, string d, string e, string f, string g, string style) =>
            [.. new[] { a, b, c, d, e, f, g }.Select(text => new Markup($"[{style}]{Markup.Escape(text)}[/]"))];
    }

    private sealed class LiveStep : IRunStep
    {
        private readonly IAnsiConsole _console;
        private readonly string _name;
        private readonly long _total;
        private readonly Lock _gate = new();
        private long _shown = -1;

        public LiveStep(IAnsiConsole console, string name, long total)
        {
            (_console, _name, _total) = (console, name, total);
            Report(0);
        }

        public void Report(long value)
        {
            lock (_gate)
            {
                if (value <= _shown) return;
                _shown = value;
                _console.Write(new ControlCode("\r\u001b[2K"));
                _console.Markup($"[grey]{Markup.Escape(_name)}: {OperationColumn.Count(value)} of {OperationColumn.Count(_total)}[/]");
            }
        }

        public void Dispose() => _console.WriteLine();
    }
}
