using System.Globalization;
using Build.DotNet;
using Build.Options;
using Build.Output;
using Build.Processes;
using LoadTest.Configuration.Problems;

namespace Build.Testing;

/// <summary>Builds the solution once, runs all its tests, and judges by the result files, not by the runner's own summary.</summary>
public sealed class TestRun(BuildPaths paths, ChildProcesses processes, Screen screen, Outcome outcome)
{
    /// <summary>Runs the tests; failures are shown as they happen.</summary>
    /// <exception cref="StepFailedException">The build failed, a test failed, a project reported nothing, or a test was skipped that had to run.</exception>
    public async Task RunAsync(TestChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        await processes.RunStepAsync(DotNetCommands.Build(paths, paths.Solution, choice.Configuration), "The build");
        if (Directory.Exists(paths.TestResults)) Directory.Delete(paths.TestResults, recursive: true);
        Directory.CreateDirectory(paths.TestResults);

        var code = await processes.RunAsync(TestCommand(choice));
        if (code is (int)ExitCode.Interrupted or (int)ExitCode.Terminated) throw new StepFailedException(code, "The tests were stopped.");
        var totals = new TestTotals(
            [.. TestProjects.In(paths.Solution).Select(project => TrxFile.Read(paths.TestResults, project, choice.Suite == Suite.Quick))]);
        Show(totals);
        Judge(totals, code, choice);
    }

    private Command TestCommand(TestChoice choice)
    {
        string[] filter = choice.Suite == Suite.Quick ? ["--filter", "TestCategory!=Slow"] : [];
        var command = DotNetCommands.Of(
            paths,
            [
                "test", paths.Solution, "--no-build", "--configuration", choice.Configuration.ToString(), "--nologo", "--verbosity", "quiet",
                $"-p:TestResultsFolder={paths.TestResults}", .. filter,
            ]);
        if (!choice.RequireAll) return command;
        return command with { Variables = new Dictionary<string, string?>(command.Variables, StringComparer.Ordinal) { ["LOADTEST_REQUIRE_ALL"] = "true" } };
    }

    private void Show(TestTotals totals)
    {
        foreach (var line in totals.SkippedLines) screen.Line(line);
        foreach (var line in totals.FlawLines) screen.Error(line);
        outcome.EndWith(totals.Line);
    }

    private static StepFailedException Failure(string text) => new((int)ExitCode.Failed, text);

    private static void Judge(TestTotals totals, int code, TestChoice choice)
    {
        if (totals.Failed > 0) throw Failure("Tests failed; the details are above and in artifacts/test-results.");
        if (choice.RequireAll && totals.Skipped > 0) throw Failure("Tests were skipped, and --require-all allows none.");
        if (code != 0) throw Failure(string.Create(CultureInfo.InvariantCulture, $"The test run ended with exit code {code}, though no test failed."));
    }
}
