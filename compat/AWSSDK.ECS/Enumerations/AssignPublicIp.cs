using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>Whether a task gets a public address.</summary>
public sealed class AssignPublicIp(string value) : ConstantClass(value)
{
    public static readonly AssignPublicIp ENABLED = new("ENABLED");
    public static readonly AssignPublicIp DISABLED = new("DISABLED");

    public static AssignPublicIp FindValue(string value) => FindValue<AssignPublicIp>(value);

    public static implicit operator AssignPublicIp(string value) => FindValue(value);
}
