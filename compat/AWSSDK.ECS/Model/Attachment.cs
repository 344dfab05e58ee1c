namespace Amazon.ECS.Model;

/// <summary>Something that is attached to a task, such as its network interface.</summary>
public sealed class Attachment
{
    public string Id { get; set; }

    public string Type { get; set; }

    public string Status { get; set; }

    public List<KeyValuePair> Details { get; set; }
}
