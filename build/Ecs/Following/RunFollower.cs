using Amazon.ECS;
using Build.Ecs.Endings;
using Build.Ecs.Logs;

namespace Build.Ecs.Following;

/// <summary>Follows the tasks of a run from state to state, and their logs with them.</summary>
internal sealed class RunFollower(TaskWatch watch, RunLogs logs, RunDisplay display, EcsPace pace, TimeProvider time)
{
    private const int TasksALook = 100;

    /// <summary>The tasks as they were seen last.</summary>
    public IReadOnlyList<TaskState> States => watch.States;

    /// <summary>Follows until all tasks are so far; it waits as long as that takes.</summary>
    /// <param name="stage">How far.</param>
    /// <param name="stopped">Called for each task that stops, once.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task UntilAsync(RunStage stage, Func<TaskState, Task> stopped, CancellationToken stop)
    {
        while (true)
        {
            foreach (var state in await watch.LookAsync(stop))
            {
                if (HasLog(state)) logs.Follow(state.Index);
                if (!state.HasStopped) continue;
                logs.Stopped(state.Index);
                await stopped(state);
            }

            await stage.LookAsync(stop);
            display.States(watch.States);
            display.Tick(stage.Waiting(watch.States));
            logs.ThrowIfFailed();
            if (watch.States.All(stage.IsReached)) return;
            await Task.Delay(pace.States * (1 + watch.States.Count / TasksALook), time, stop);
        }
    }

    /// <summary>Waits until all that the tasks wrote is here.</summary>
    public async Task DrainAsync()
    {
        var complete = logs.CompleteAsync();
        while (await Task.WhenAny(complete, Task.Delay(pace.States, time)) != complete) display.Tick("the end of the logs");
        await complete;
    }

    private static bool HasLog(TaskState state) =>
        state.HasStarted || (state.HasStopped && (state.ExitCode is not null || state.StopCode != TaskStopCode.TaskFailedToStart));
}
