namespace Amazon.ECS.Model;

/// <summary>Where the lines of a container go.</summary>
public sealed class LogConfiguration
{
    public LogDriver LogDriver { get; set; }

    public Dictionary<string, string> Options { get; set; }

    public List<Secret> SecretOptions { get; set; }
}
