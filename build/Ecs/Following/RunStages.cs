using Build.Ecs.Collecting;

namespace Build.Ecs.Following;

/// <summary>The stages of a run.</summary>
internal static class RunStages
{
    /// <summary>The program of each task runs, or is over.</summary>
    public static RunStage Running { get; } = new("the tasks to run", task => task.HasStarted || task.HasStopped);

    /// <summary>Each task is over.</summary>
    public static RunStage Ended { get; } = new("the tasks to end", task => task.HasStopped);

    /// <summary>Each task has prepared what its load needs, and has said so in the bucket; or it is over.</summary>
    public static RunStage Ready(RunBucket bucket, string runId)
    {
        IReadOnlySet<string> ready = new HashSet<string>();
        return new RunStage("the tasks to get ready", task => task.HasStopped || ready.Contains(TaskName.IdOf(task.Arn)))
        {
            LookAsync = async cancel => ready = await bucket.ReadyAsync(runId, cancel),
        };
    }
}
