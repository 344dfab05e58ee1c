using System.CommandLine;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Comparing;
using LoadTest.Engine.Reporting;
using LoadTest.Planning;
using LoadTest.Results;

namespace LoadTest.Cli;

/// <summary><c>compare</c>: how a run differs from another, and whether by more than chance.</summary>
internal static class CompareCommand
{
    private const int Gap = 2;

    /// <summary>The run to compare with.</summary>
    public static Argument<string> First { get; } = new("first") { Description = "The run to compare with: its folder, such as artifacts/runs/RUN-ID, or its id.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The run that is compared.</summary>
    public static Argument<string> Second { get; } = new("second") { Description = "The run that is compared; compare.html is written into its folder.", Arity = ArgumentArity.ZeroOrOne };

    public static async Task<ExitCode> ExecuteAsync(Settings settings, ParseResult parsed)
    {
        var (first, second) = (parsed.GetValue(First), parsed.GetValue(Second));
        if (string.IsNullOrEmpty(first) || string.IsNullOrEmpty(second))
        {
            throw new ProblemException(new Problem(
                ErrorCodes.MissingValue, "two runs are needed to compare", "the command line", "give their folders or ids: compare artifacts/runs/A artifacts/runs/B"));
        }

        var runs = settings.Get(ResultsOptions.ArtifactsPath);
        var (before, after) = (RunPlace.Of(first, runs), RunPlace.Of(second, runs));
        var comparison = ComparedRuns.Compare(before, after);
        foreach (var line in Lines(comparison)) await Console.Out.WriteLineAsync(line);
        foreach (var warning in comparison.Warnings) await Console.Error.WriteLineAsync("warning " + warning);
        await Console.Out.WriteLineAsync($"page: {ComparedRuns.Write(comparison, after)}");
        return ExitCode.Passed;
    }

    private static IEnumerable<string> Lines(RunPair comparison)
    {
        foreach (var subject in comparison.Subjects)
        {
            string[][] rows =
            [
                [subject.Name, comparison.First.RunId, comparison.Second.RunId, "change", "between", ""],
                .. subject.Differences.Select(difference => new[]
                {
                    difference.Metric, ComparisonText.Value(difference, difference.First), ComparisonText.Value(difference, difference.Second),
                    ComparisonText.Change(difference), ComparisonText.Interval(difference), ComparisonText.Verdict(difference),
                }),
            ];
            var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length) + Gap).ToArray();
            foreach (var row in rows) yield return string.Concat(row.Select((cell, column) => column is > 0 and < 5 ? cell.PadLeft(widths[column]) : column == 5 ? "  " + cell : cell.PadRight(widths[column]))).TrimEnd();
            yield return "";
        }

        yield return comparison.Sentence;
    }
}
