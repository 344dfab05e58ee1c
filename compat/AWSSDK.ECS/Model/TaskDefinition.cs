namespace Amazon.ECS.Model;

/// <summary>A task definition.</summary>
public sealed class TaskDefinition
{
    public string TaskDefinitionArn { get; set; }

    public List<ContainerDefinition> ContainerDefinitions { get; set; }

    public string Family { get; set; }

    public string TaskRoleArn { get; set; }

    public string ExecutionRoleArn { get; set; }

    public NetworkMode NetworkMode { get; set; }

    public int? Revision { get; set; }

    public TaskDefinitionStatus Status { get; set; }

    /// <summary>Texts of the values of Compatibility, such as <c>FARGATE</c>.</summary>
    public List<string> Compatibilities { get; set; }

    public RuntimePlatform RuntimePlatform { get; set; }

    /// <summary>Texts of the values of Compatibility, such as <c>FARGATE</c>.</summary>
    public List<string> RequiresCompatibilities { get; set; }

    /// <summary>CPU units, 1024 a core.</summary>
    public string Cpu { get; set; }

    /// <summary>MiB.</summary>
    public string Memory { get; set; }

    public DateTime? RegisteredAt { get; set; }

    public DateTime? DeregisteredAt { get; set; }

    public string RegisteredBy { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }
}
