namespace Amazon.CloudFormation.Model;

/// <summary>Why a resource changes.</summary>
public sealed class ResourceChangeDetail
{
    public ResourceTargetDefinition Target { get; set; }

    public EvaluationType Evaluation { get; set; }

    public ChangeSource ChangeSource { get; set; }

    public string CausingEntity { get; set; }
}
