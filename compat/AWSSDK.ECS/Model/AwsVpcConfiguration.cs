namespace Amazon.ECS.Model;

/// <summary>Subnets and security groups of a task with a network interface of its own.</summary>
public sealed class AwsVpcConfiguration
{
    public List<string> Subnets { get; set; }

    public List<string> SecurityGroups { get; set; }

    public AssignPublicIp AssignPublicIp { get; set; }
}
