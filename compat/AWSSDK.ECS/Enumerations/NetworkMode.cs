using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>The network of the containers.</summary>
public sealed class NetworkMode(string value) : ConstantClass(value)
{
    public static readonly NetworkMode Bridge = new("bridge");
    public static readonly NetworkMode Host = new("host");
    public static readonly NetworkMode Awsvpc = new("awsvpc");
    public static readonly NetworkMode None = new("none");

    public static NetworkMode FindValue(string value) => FindValue<NetworkMode>(value);

    public static implicit operator NetworkMode(string value) => FindValue(value);
}
