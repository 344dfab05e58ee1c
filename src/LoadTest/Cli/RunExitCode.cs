using LoadTest.Configuration.Problems;
using LoadTest.Engine.Reporting;

namespace LoadTest.Cli;

/// <summary>What the program says to its caller about a run.</summary>
internal static class RunExitCode
{
    /// <summary>The code of a summary. Tasks in ECS are only ever stopped by SIGTERM, a run on its own mostly by Ctrl-C.</summary>
    public static ExitCode Of(RunSummary summary) => summary.Outcome switch
    {
        RunOutcome.Passed => ExitCode.Passed,
        RunOutcome.ThresholdsFailed => ExitCode.ThresholdFailed,
        RunOutcome.Aborted => summary.Workers.Count > 0 ? ExitCode.Terminated : ExitCode.Interrupted,
        _ => ExitCode.Failed,
    };
}
