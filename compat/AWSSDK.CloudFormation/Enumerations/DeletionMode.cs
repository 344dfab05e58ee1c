using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>How a stack is deleted.</summary>
public sealed class DeletionMode(string value) : ConstantClass(value)
{
    public static readonly DeletionMode STANDARD = new("STANDARD");
    public static readonly DeletionMode FORCE_DELETE_STACK = new("FORCE_DELETE_STACK");

    public static DeletionMode FindValue(string value) => FindValue<DeletionMode>(value);

    public static implicit operator DeletionMode(string value) => FindValue(value);
}
