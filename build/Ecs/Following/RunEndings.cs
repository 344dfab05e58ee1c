using Build.Ecs.Endings;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Following;

/// <summary>Judges each task of a run when it stops, and says at once what is wrong with it.</summary>
/// <param name="display">Where it is said.</param>
/// <param name="failsFast">Whether a bad end stops the others.</param>
/// <param name="stop">Stops all tasks that run, for a reason.</param>
internal sealed class RunEndings(RunDisplay display, bool failsFast, Func<string, Task> stop)
{
    private bool _areStopped;

    /// <summary>Judges a task that has just stopped.</summary>
    public async Task StoppedAsync(TaskState task)
    {
        if (TaskEnding.Explain(task, _areStopped) is not { } problem) return;
        display.Problem(problem);
        if (failsFast && !_areStopped) await StopAllAsync($"task {TaskName.Of(task.Index)} failed, and --fail-fast was asked for");
    }

    /// <summary>Stops all: from now on being stopped is no fault of a task.</summary>
    public async Task StopAllAsync(string reason)
    {
        _areStopped = true;
        await stop(reason);
    }

    /// <summary>What a task means for the exit code.</summary>
    public ExitCode CodeOf(TaskState task) => TaskEnding.CodeOf(task, _areStopped);
}
