namespace Amazon.ECS.Model;

/// <summary>A tag of a cluster or a task.</summary>
public sealed class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}
