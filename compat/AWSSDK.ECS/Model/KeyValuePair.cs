namespace Amazon.ECS.Model;

/// <summary>A name with its value.</summary>
public sealed class KeyValuePair
{
    public string Name { get; set; }

    public string Value { get; set; }
}
