namespace Amazon.ECS.Model;

/// <summary>What is different from the task definition.</summary>
public sealed class TaskOverride
{
    public List<ContainerOverride> ContainerOverrides { get; set; }

    /// <summary>CPU units, 1024 a core.</summary>
    public string Cpu { get; set; }

    public string ExecutionRoleArn { get; set; }

    /// <summary>MiB.</summary>
    public string Memory { get; set; }

    public string TaskRoleArn { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }
}
