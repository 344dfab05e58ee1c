namespace Amazon.ECS.Model;

/// <summary>The network of a task.</summary>
public sealed class NetworkConfiguration
{
    public AwsVpcConfiguration AwsvpcConfiguration { get; set; }
}
