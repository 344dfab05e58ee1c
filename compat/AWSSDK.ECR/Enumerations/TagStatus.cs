using Amazon.Runtime;

namespace Amazon.ECR;

/// <summary>With or without tags.</summary>
public sealed class TagStatus(string value) : ConstantClass(value)
{
    public static readonly TagStatus TAGGED = new("TAGGED");
    public static readonly TagStatus UNTAGGED = new("UNTAGGED");
    public static readonly TagStatus ANY = new("ANY");

    public static TagStatus FindValue(string value) => FindValue<TagStatus>(value);

    public static implicit operator TagStatus(string value) => FindValue(value);
}
