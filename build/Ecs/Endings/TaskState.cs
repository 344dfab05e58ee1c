using Amazon.ECS;

namespace Build.Ecs.Endings;

/// <summary>A task of a run, as ECS described it last.</summary>
/// <param name="Index">Its number in the run.</param>
/// <param name="Arn">Its name.</param>
/// <param name="Status">The last one; <see cref="Gone"/> where ECS has forgotten it.</param>
public sealed record TaskState(int Index, string Arn, string Status)
{
    /// <summary>The status of a task that ECS does not know any more, and that was never seen to stop.</summary>
    public const string Gone = "GONE";

    /// <summary>Why it stopped, by ECS's own code.</summary>
    public TaskStopCode? StopCode { get; init; }

    /// <summary>Why it stopped, in words; empty while it runs.</summary>
    public string StoppedReason { get; init; } = "";

    /// <summary>What the container says of its end; mostly empty.</summary>
    public string ContainerReason { get; init; } = "";

    /// <summary>How the program ended; null while it runs, and where nobody knows.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether the program runs, or is just ending.</summary>
    public bool HasStarted => Status == "RUNNING" || (IsEnding && StopCode != TaskStopCode.TaskFailedToStart);

    private bool IsEnding => Status is "DEACTIVATING" or "STOPPING" or "DEPROVISIONING";

    /// <summary>Whether it is over.</summary>
    public bool HasStopped => Status is "STOPPED" or Gone;

    /// <summary>From the answer of ECS.</summary>
    internal static TaskState Of(int index, Amazon.ECS.Model.Task task)
    {
        var container = task.Containers?.FirstOrDefault();
        return new TaskState(index, task.TaskArn, task.LastStatus)
        {
            StopCode = task.StopCode,
            StoppedReason = task.StoppedReason ?? "",
            ContainerReason = container?.Reason ?? "",
            ExitCode = container?.ExitCode,
        };
    }
}
