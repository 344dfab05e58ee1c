namespace Amazon.ECS.Model;

/// <summary>What is different from a container definition.</summary>
public sealed class ContainerOverride
{
    public string Name { get; set; }

    public List<string> Command { get; set; }

    public List<KeyValuePair> Environment { get; set; }

    /// <summary>CPU units, 1024 a core.</summary>
    public int? Cpu { get; set; }

    /// <summary>MiB.</summary>
    public int? Memory { get; set; }

    /// <summary>MiB.</summary>
    public int? MemoryReservation { get; set; }
}
