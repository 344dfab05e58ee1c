namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of UpdateTerminationProtection.</summary>
public sealed class UpdateTerminationProtectionRequest : AmazonCloudFormationRequest
{
    public bool? EnableTerminationProtection { get; set; }

    public string StackName { get; set; }
}
