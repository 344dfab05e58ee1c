namespace Amazon.ECS.Model;

/// <summary>A container of a task.</summary>
public sealed class Container
{
    public string ContainerArn { get; set; }

    public string TaskArn { get; set; }

    public string Name { get; set; }

    public string Image { get; set; }

    public string ImageDigest { get; set; }

    public string RuntimeId { get; set; }

    public string LastStatus { get; set; }

    /// <summary>Null when the container never ran or is still running.</summary>
    public int? ExitCode { get; set; }

    public string Reason { get; set; }

    public List<NetworkInterface> NetworkInterfaces { get; set; }

    public HealthStatus HealthStatus { get; set; }

    /// <summary>CPU units, 1024 a core.</summary>
    public string Cpu { get; set; }

    /// <summary>MiB.</summary>
    public string Memory { get; set; }

    /// <summary>MiB.</summary>
    public string MemoryReservation { get; set; }
}
