using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Whether a change of this property replaces the resource.</summary>
public sealed class RequiresRecreation(string value) : ConstantClass(value)
{
    public static readonly RequiresRecreation Never = new("Never");
    public static readonly RequiresRecreation Conditionally = new("Conditionally");
    public static readonly RequiresRecreation Always = new("Always");

    public static RequiresRecreation FindValue(string value) => FindValue<RequiresRecreation>(value);

    public static implicit operator RequiresRecreation(string value) => FindValue(value);
}
