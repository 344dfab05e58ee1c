namespace Amazon.ECS.Model;

/// <summary>What could not be done.</summary>
public sealed class Failure
{
    public string Arn { get; set; }

    public string Reason { get; set; }

    public string Detail { get; set; }
}
