namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of DescribeChangeSet.</summary>
public sealed class DescribeChangeSetRequest : AmazonCloudFormationRequest
{
    /// <summary>The name, which needs the stack's name too, or the ARN alone.</summary>
    public string ChangeSetName { get; set; }

    public string StackName { get; set; }

    public string NextToken { get; set; }

    /// <summary>With the values before and after each change.</summary>
    public bool? IncludePropertyValues { get; set; }
}
