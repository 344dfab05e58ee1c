using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>A setting of a cluster.</summary>
public sealed class ClusterSettingName(string value) : ConstantClass(value)
{
    public static readonly ClusterSettingName ContainerInsights = new("containerInsights");

    public static ClusterSettingName FindValue(string value) => FindValue<ClusterSettingName>(value);

    public static implicit operator ClusterSettingName(string value) => FindValue(value);
}
