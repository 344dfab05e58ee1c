using Amazon.ECS;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Endings;

/// <summary>One way in which a task ends, and what to do about it.</summary>
/// <param name="Code">In the catalogue.</param>
/// <param name="Fits">Whether a task ended so.</param>
/// <param name="Fix">What to do.</param>
internal sealed record StopReason(ErrorCode Code, Func<TaskState, bool> Fits, string Fix)
{
    /// <summary>The ways, the most telling first: the first that fits is the one.</summary>
    public static IReadOnlyList<StopReason> All { get; } =
    [
        new(ErrorCodes.TaskPermission, task => Says(task, "AccessDenied", "not authorized to perform", "unable to assume the role", "no basic auth credentials"),
            "deploy the roles anew with --target=Deploy; where the account limits roles, allow the action that ECS names"),
        new(ErrorCodes.ImagePullFailed, task => Says(task, "CannotPull", "pull image", "ImageNotFound", "exec format error"),
            "see that the image is there (--target=Push), is of the task's CpuArchitecture, and that the subnets reach ECR and S3 (NAT gateway or endpoints)"),
        new(ErrorCodes.TaskNotInitialized, task => Says(task, "ResourceInitializationError", "ResourceNotReady", "Timeout waiting for network interface"),
            "see that the subnets reach ECR, CloudWatch Logs and SSM (NAT gateway or endpoints), and that the log group is there: --target=Deploy"),
        new(ErrorCodes.TaskMemory, task => Says(task, "OutOfMemory"), "deploy with more --task-memory, or offer less a task: more --tasks"),
        new(ErrorCodes.SpotInterrupted, task => task.StopCode?.Value == "SpotInterruption" || Says(task, "Spot"),
            "run without --spot where a whole result matters"),
        new(ErrorCodes.NoCapacity, task => Says(task, "Capacity is unavailable", "RESOURCE:", "not enough capacity"),
            "try again later, in more zones, without --spot, or with fewer --tasks"),
        new(ErrorCodes.TaskNotStarted, task => task.StopCode == TaskStopCode.TaskFailedToStart, "put right what ECS says, and run the same command again"),
        new(ErrorCodes.TaskStopped, task => task.StopCode == TaskStopCode.UserInitiated || task.StopCode == TaskStopCode.ServiceSchedulerInitiated, "somebody stopped it: run again when that is settled"),
        new(ErrorCodes.TaskGone, task => task.Status == TaskState.Gone, "its log may tell more: --target=Logs --run=RUN-ID"),
        new(ErrorCodes.ExitCodeMissing, task => task.ExitCode is null, "its log may tell more: --target=Logs --run=RUN-ID"),
        new(ErrorCodes.ProgramFailed, task => task.ExitCode != 0, "see its last lines above, or with --target=Logs --run=RUN-ID"),
    ];

    private static bool Says(TaskState task, params string[] words) => Array.Exists(words, word =>
        task.StoppedReason.Contains(word, StringComparison.OrdinalIgnoreCase) || task.ContainerReason.Contains(word, StringComparison.OrdinalIgnoreCase));
}
