using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace Build.Stacks.Changes;

/// <summary>What will happen to one resource.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Type">Such as AWS::EC2::VPC.</param>
/// <param name="Detail">What of it changes, and what becomes of the old one; may be empty.</param>
public sealed record PlannedChange(ChangeKind Kind, string LogicalId, string Type, string Detail)
{
    // It cannot be changed at all: each change registers the next revision beside the ones before.
    private const string Revisioned = "AWS::ECS::TaskDefinition";

    /// <summary>Whether something that is there may be gone afterwards.</summary>
    public bool IsDestructive => Kind is ChangeKind.Replace or ChangeKind.MayReplace or ChangeKind.Delete or ChangeKind.Leave;

    /// <summary>From the answer of CloudFormation.</summary>
    public static PlannedChange Of(ResourceChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var kind = KindOf(change);
        var kept = kind is ChangeKind.Replace or ChangeKind.MayReplace && change.PolicyAction == PolicyAction.ReplaceAndRetain;
        return new(kind, change.LogicalResourceId, change.ResourceType, Parts(change) + (kept ? "; the old one is kept" : ""));
    }

    private static ChangeKind KindOf(ResourceChange change)
    {
        if (change.Action == ChangeAction.Add) return ChangeKind.Add;
        if (change.Action == ChangeAction.Import) return ChangeKind.Import;
        if (change.Action == ChangeAction.Remove)
            return change.PolicyAction == PolicyAction.Retain ? ChangeKind.Leave : ChangeKind.Delete;
        if (change.Action == ChangeAction.Dynamic) return ChangeKind.MayReplace;
        if (change.ResourceType == Revisioned) return ChangeKind.Revise;
        if (change.Replacement == Replacement.True) return ChangeKind.Replace;
        return change.Replacement == Replacement.Conditional ? ChangeKind.MayReplace : ChangeKind.Change;
    }

    private static string Parts(ResourceChange change) => string.Join(", ", (change.Details ?? [])
        .Select(detail => detail.Target?.Name ?? detail.Target?.Attribute?.Value ?? "")
        .Where(name => name.Length > 0)
        .Distinct(StringComparer.Ordinal));
}
