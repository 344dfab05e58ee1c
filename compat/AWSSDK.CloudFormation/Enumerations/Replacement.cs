using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Whether a resource is replaced.</summary>
public sealed class Replacement(string value) : ConstantClass(value)
{
    public static readonly Replacement True = new("True");
    public static readonly Replacement False = new("False");
    public static readonly Replacement Conditional = new("Conditional");

    public static Replacement FindValue(string value) => FindValue<Replacement>(value);

    public static implicit operator Replacement(string value) => FindValue(value);
}
