namespace StandIns.Ecs;

/// <summary>What ECS says of tasks that never ran.</summary>
internal static class TaskFaults
{
    /// <summary>The stopped reason by the fault.</summary>
    public static IReadOnlyDictionary<TaskFault, string> ThatPreventStart { get; } = new Dictionary<TaskFault, string>
    {
        [TaskFault.ImagePull] = "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref "
            + "123456789012.dkr.ecr.eu-central-1.amazonaws.com/dynamodb-load-test@sha256:0: not found",
        [TaskFault.ResourceInitialization] = "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: "
            + "failed to create Cloudwatch log stream: context deadline exceeded : signal: killed",
        [TaskFault.NoCapacity] = "Capacity is unavailable at this time. Please try again later or in a different availability zone",
    };
}
