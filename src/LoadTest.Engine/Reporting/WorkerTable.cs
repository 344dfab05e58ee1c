using System.Globalization;

namespace LoadTest.Engine.Reporting;

/// <summary>The part of <c>report.md</c> about the workers of a run that had several.</summary>
internal static class WorkerTable
{
    // A thousand rows hide what matters: those that did their share are told in one line.
    private const int MostRows = 30;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<WorkerResult> workers)
    {
        writer.WriteLine("## Workers");
        writer.WriteLine();
        writer.WriteLine(Text($"{workers.Count(worker => worker.State == WorkerState.Complete):N0} of {workers.Count:N0} workers did their share. {Skew(workers)}"));
        writer.WriteLine();
        WorkerResult[] rows = [.. workers.Where(worker => workers.Count <= MostRows || worker.State != WorkerState.Complete).Take(MostRows)];
        if (rows.Length == 0) return;
        writer.WriteLine("| Worker | State | Operations | Began after the common start, ms | |");
        writer.WriteLine("| ---: | --- | ---: | ---: | --- |");
        foreach (var worker in rows)
        {
            writer.WriteLine(Text($"| {worker.Index} | {SummaryJson.StateName(worker.State)} | {worker.Attempted:N0} | {Milliseconds(worker.StartSkew)} | {worker.Note} |"));
        }

        writer.WriteLine();
    }

    private static string Skew(IReadOnlyList<WorkerResult> workers)
    {
        TimeSpan[] skews = [.. workers.Select(worker => worker.StartSkew).OfType<TimeSpan>()];
        return skews.Length == 0
            ? "They had no common start."
            : Text($"They began {Milliseconds(skews.Min())} to {Milliseconds(skews.Max())} ms after the common start, each by its own clock.");
    }

    private static string Milliseconds(TimeSpan? time) => time is { } known ? known.TotalMilliseconds.ToString("N3", CultureInfo.InvariantCulture) : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
