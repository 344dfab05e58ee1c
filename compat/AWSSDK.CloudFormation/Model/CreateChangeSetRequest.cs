namespace Amazon.CloudFormation.Model;

/// <summary>The arguments of CreateChangeSet.</summary>
public sealed class CreateChangeSetRequest : AmazonCloudFormationRequest
{
    public string StackName { get; set; }

    /// <summary>At most 51,200 bytes.</summary>
    public string TemplateBody { get; set; }

    public string TemplateURL { get; set; }

    public bool? UsePreviousTemplate { get; set; }

    public List<Parameter> Parameters { get; set; }

    /// <summary>Texts of the values of Capability, such as <c>CAPABILITY_NAMED_IAM</c>.</summary>
    public List<string> Capabilities { get; set; }

    public List<string> ResourceTypes { get; set; }

    public string RoleARN { get; set; }

    public RollbackConfiguration RollbackConfiguration { get; set; }

    public List<string> NotificationARNs { get; set; }

    /// <summary>An empty list removes the tags of the stack; null keeps them.</summary>
    public List<Tag> Tags { get; set; }

    public string ChangeSetName { get; set; }

    /// <summary>Up to 128 characters; a second call with the same token is the same change set.</summary>
    public string ClientToken { get; set; }

    public string Description { get; set; }

    /// <summary>Null is an update; a stack that does not exist needs <see cref="ChangeSetType.CREATE"/>.</summary>
    public ChangeSetType ChangeSetType { get; set; }

    public bool? IncludeNestedStacks { get; set; }

    public OnStackFailure OnStackFailure { get; set; }

    public bool? ImportExistingResources { get; set; }
}
