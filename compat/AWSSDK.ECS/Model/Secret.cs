namespace Amazon.ECS.Model;

/// <summary>A value from SSM or Secrets Manager.</summary>
public sealed class Secret
{
    public string Name { get; set; }

    public string ValueFrom { get; set; }
}
