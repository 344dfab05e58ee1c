using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Where a change comes from.</summary>
public sealed class ChangeSource(string value) : ConstantClass(value)
{
    public static readonly ChangeSource ResourceReference = new("ResourceReference");
    public static readonly ChangeSource ParameterReference = new("ParameterReference");
    public static readonly ChangeSource ResourceAttribute = new("ResourceAttribute");
    public static readonly ChangeSource DirectModification = new("DirectModification");
    public static readonly ChangeSource Automatic = new("Automatic");
    public static readonly ChangeSource NoModification = new("NoModification");

    public static ChangeSource FindValue(string value) => FindValue<ChangeSource>(value);

    public static implicit operator ChangeSource(string value) => FindValue(value);
}
