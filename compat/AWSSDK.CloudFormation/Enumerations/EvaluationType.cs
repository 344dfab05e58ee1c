using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Whether the value is known before the change set runs.</summary>
public sealed class EvaluationType(string value) : ConstantClass(value)
{
    public static readonly EvaluationType Static = new("Static");
    public static readonly EvaluationType Dynamic = new("Dynamic");

    public static EvaluationType FindValue(string value) => FindValue<EvaluationType>(value);

    public static implicit operator EvaluationType(string value) => FindValue(value);
}
