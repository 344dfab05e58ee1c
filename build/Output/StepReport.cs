using System.Globalization;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Build.Output;

/// <summary>Announces the steps, and sums up their durations where there was more than one: plain lines, which a log keeps readable.</summary>
public sealed class StepReport(Screen screen, ICakeLog log) : ICakeReportPrinter
{
    /// <inheritdoc/>
    public void Write(CakeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var steps = report.Where(entry => entry.Category == CakeReportEntryCategory.Task && entry.ExecutionStatus != CakeTaskExecutionStatus.Skipped).ToList();
        if (steps.Count < 2 || log.Verbosity < Verbosity.Normal) return;
        var width = steps.Max(step => step.TaskName.Length);
        screen.Line();
        foreach (var step in steps) screen.Line($"  {step.TaskName.PadRight(width)}  {Seconds(step.Duration),8}  {Status(step)}");
    }

    /// <inheritdoc/>
    public void WriteStep(string name, Verbosity verbosity)
    {
        if (verbosity >= Verbosity.Normal) screen.Line($"== {name} ==");
    }

    /// <inheritdoc/>
    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
        if (verbosity >= Verbosity.Verbose) screen.Line($"-- {name} --");
    }

    /// <inheritdoc/>
    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
        if (verbosity >= Verbosity.Verbose) screen.Line($"== {name}: skipped ==");
    }

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private static string Status(CakeReportEntry step) =>
        string.IsNullOrEmpty(step.SkippedMessage) ? step.ExecutionStatus.ToString() : $"{step.ExecutionStatus}: {step.SkippedMessage}";
}
