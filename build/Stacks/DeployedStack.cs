using Amazon.CloudFormation;

namespace Build.Stacks;

/// <summary>A stack as CloudFormation describes it at one moment.</summary>
/// <param name="Id">Its ARN; it stays readable by it after its deletion.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Reason">Why, where CloudFormation says so; else empty.</param>
/// <param name="Parameters">What it was deployed with.</param>
/// <param name="Outputs">What it gives to others.</param>
/// <param name="IsProtected">Whether it refuses to be deleted.</param>
/// <param name="Changed">The time of the last update, else of the creation; UTC, of the server's clock.</param>
public sealed record DeployedStack(
    string Id,
    string Name,
    StackStatus Status,
    string Reason,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Outputs,
    bool IsProtected,
    DateTime? Changed)
{
    /// <summary>What can be done with it now.</summary>
    public StackPhase Phase => StackPhases.Of(Status);

    /// <summary>From the answer of CloudFormation.</summary>
    internal static DeployedStack Of(Amazon.CloudFormation.Model.Stack stack) => new(
        stack.StackId,
        stack.StackName,
        stack.StackStatus,
        stack.StackStatusReason ?? "",
        (stack.Parameters ?? []).ToDictionary(parameter => parameter.ParameterKey, parameter => parameter.ParameterValue ?? ""),
        (stack.Outputs ?? []).ToDictionary(output => output.OutputKey, output => output.OutputValue ?? ""),
        stack.EnableTerminationProtection ?? false,
        stack.LastUpdatedTime ?? stack.CreationTime);
}
