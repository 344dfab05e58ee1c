namespace Amazon.ECS.Model;

/// <summary>A setting of a cluster.</summary>
public sealed class ClusterSetting
{
    public ClusterSettingName Name { get; set; }

    public string Value { get; set; }
}
