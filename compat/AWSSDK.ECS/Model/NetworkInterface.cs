namespace Amazon.ECS.Model;

/// <summary>A network interface of a task.</summary>
public sealed class NetworkInterface
{
    public string AttachmentId { get; set; }

    public string PrivateIpv4Address { get; set; }

    public string Ipv6Address { get; set; }
}
