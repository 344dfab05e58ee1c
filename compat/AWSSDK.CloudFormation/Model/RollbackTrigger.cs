namespace Amazon.CloudFormation.Model;

/// <summary>An alarm that causes a rollback.</summary>
public sealed class RollbackTrigger
{
    public string Arn { get; set; }

    public string Type { get; set; }
}
