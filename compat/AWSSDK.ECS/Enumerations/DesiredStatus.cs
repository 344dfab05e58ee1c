using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>What a task shall be.</summary>
public sealed class DesiredStatus(string value) : ConstantClass(value)
{
    public static readonly DesiredStatus RUNNING = new("RUNNING");
    public static readonly DesiredStatus PENDING = new("PENDING");
    public static readonly DesiredStatus STOPPED = new("STOPPED");

    public static DesiredStatus FindValue(string value) => FindValue<DesiredStatus>(value);

    public static implicit operator DesiredStatus(string value) => FindValue(value);
}
