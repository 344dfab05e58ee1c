using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>Whether the task's agent answers.</summary>
public sealed class Connectivity(string value) : ConstantClass(value)
{
    public static readonly Connectivity CONNECTED = new("CONNECTED");
    public static readonly Connectivity DISCONNECTED = new("DISCONNECTED");

    public static Connectivity FindValue(string value) => FindValue<Connectivity>(value);

    public static implicit operator Connectivity(string value) => FindValue(value);
}
