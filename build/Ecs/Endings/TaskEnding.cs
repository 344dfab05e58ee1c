using System.Globalization;
using Build.Running;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Endings;

/// <summary>How a task ended, explained.</summary>
internal static class TaskEnding
{
    /// <summary>What is wrong with it; null where the program ended with 0, or as it was told to.</summary>
    /// <param name="task">A task that has stopped.</param>
    /// <param name="wasStopped">Whether this run stopped it itself.</param>
    public static Problem? Explain(TaskState task, bool wasStopped)
    {
        if (wasStopped && task.ExitCode is (int)ExitCode.Terminated or 0) return null;
        if (task is { ExitCode: 0, Status: not TaskState.Gone }) return null;
        var reason = StopReason.All.First(reason => reason.Fits(task));
        return new Problem(reason.Code, $"task {TaskName.Of(task.Index)} ({TaskName.IdOf(task.Arn)}) {Words(task)}", null, reason.Fix);
    }

    /// <summary>What the task means for the exit code of the run; a code that the program never gives is a failure.</summary>
    public static ExitCode CodeOf(TaskState task, bool wasStopped)
    {
        if (wasStopped && task.ExitCode == (int)ExitCode.Terminated) return ExitCode.Passed;
        return task.ExitCode is { } code && Enum.IsDefined((ExitCode)code) && task.Status != TaskState.Gone ? (ExitCode)code : ExitCode.Failed;
    }

    private static string Words(TaskState task)
    {
        var code = task.ExitCode is { } known ? $"ended with exit code {ExitCodeText.Of(known)}" : "ended without an exit code";
        if (task.Status == TaskState.Gone) code = "is not known to ECS any more, and was never seen to stop";
        string[] reasons = [task.StoppedReason, task.ContainerReason];
        var why = string.Join("; ", reasons.Where(reason => reason.Length > 0));
        return why.Length == 0 ? code : string.Create(CultureInfo.InvariantCulture, $"{code}: {why}");
    }
}
