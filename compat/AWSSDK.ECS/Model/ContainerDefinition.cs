namespace Amazon.ECS.Model;

/// <summary>A container of a task definition.</summary>
public sealed class ContainerDefinition
{
    public string Name { get; set; }

    public string Image { get; set; }

    /// <summary>CPU units, 1024 a core.</summary>
    public int? Cpu { get; set; }

    /// <summary>MiB; beyond it the container is killed.</summary>
    public int? Memory { get; set; }

    /// <summary>MiB.</summary>
    public int? MemoryReservation { get; set; }

    public bool? Essential { get; set; }

    public List<string> EntryPoint { get; set; }

    public List<string> Command { get; set; }

    public List<KeyValuePair> Environment { get; set; }

    public List<Secret> Secrets { get; set; }

    /// <summary>Seconds.</summary>
    public int? StartTimeout { get; set; }

    /// <summary>Seconds between SIGTERM and SIGKILL.</summary>
    public int? StopTimeout { get; set; }

    public string User { get; set; }

    public string WorkingDirectory { get; set; }

    public bool? ReadonlyRootFilesystem { get; set; }

    public Dictionary<string, string> DockerLabels { get; set; }

    public LogConfiguration LogConfiguration { get; set; }
}
