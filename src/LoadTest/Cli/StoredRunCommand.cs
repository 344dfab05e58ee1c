using System.CommandLine;
using LoadTest.Configuration;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Reporting;
using LoadTest.Results;

namespace LoadTest.Cli;

/// <summary><c>merge</c> and <c>report</c>: the reports of a run that is over.</summary>
internal static class StoredRunCommand
{
    /// <summary>The run's folder; no setting of a run, so not in the table of options.</summary>
    public static Option<string> RunFolder { get; } = new("--run-folder")
    {
        Description = "The run's folder, such as artifacts/runs/RUN-ID.",
        HelpName = "path",
    };

    /// <summary>Adds the results of the run's workers up.</summary>
    public static Task<ExitCode> MergeAsync(Settings settings, ParseResult parsed) => ExecuteAsync(settings, parsed, (reports, show) => reports.Merge(show));

    /// <summary>Makes the reports anew.</summary>
    public static Task<ExitCode> ReportAsync(Settings settings, ParseResult parsed) => ExecuteAsync(settings, parsed, (reports, show) => reports.Render(show));

    private static Task<ExitCode> ExecuteAsync(Settings settings, ParseResult parsed, Func<StoredReports, Action<RunSummary>, RunSummary> make)
    {
        if (parsed.GetValue(RunFolder) is not { Length: > 0 } given)
        {
            throw new ProblemException(new Problem(
                ErrorCodes.MissingValue, "the run's folder is not given", "the command line", "give it with --run-folder=artifacts/runs/RUN-ID"));
        }

        var folder = Path.GetFullPath(given);
        var view = RunView.For(settings);
        return Task.FromResult(RunExitCode.Of(make(new StoredReports(folder), summary => view.Report(summary, folder))));
    }
}
