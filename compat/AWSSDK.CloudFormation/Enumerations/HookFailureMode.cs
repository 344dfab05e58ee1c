using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>What a failed hook means.</summary>
public sealed class HookFailureMode(string value) : ConstantClass(value)
{
    public static readonly HookFailureMode FAIL = new("FAIL");
    public static readonly HookFailureMode WARN = new("WARN");

    public static HookFailureMode FindValue(string value) => FindValue<HookFailureMode>(value);

    public static implicit operator HookFailureMode(string value) => FindValue(value);
}
