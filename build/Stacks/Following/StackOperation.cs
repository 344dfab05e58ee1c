using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Build.Stacks.Calls;

namespace Build.Stacks.Following;

/// <summary>What the events of a stack say about its last operation: pure functions.</summary>
internal static class StackOperation
{
    private static readonly HashSet<ResourceStatus> Starts =
    [
        ResourceStatus.CREATE_IN_PROGRESS, ResourceStatus.UPDATE_IN_PROGRESS, ResourceStatus.DELETE_IN_PROGRESS, ResourceStatus.IMPORT_IN_PROGRESS,
    ];

    /// <summary>Whether the event is about the stack itself and not about one of its resources.</summary>
    public static bool IsOfStack(StackEvent happened) => happened.PhysicalResourceId == happened.StackId;

    /// <summary>The events of the last operation, the way back of a failed one included.</summary>
    /// <param name="events">The oldest first.</param>
    public static IReadOnlyList<StackEvent> Last(IReadOnlyList<StackEvent> events)
    {
        for (var at = events.Count - 1; at > 0; at--)
        {
            if (IsOfStack(events[at]) && Starts.Contains(events[at].ResourceStatus)) return [.. events.Skip(at)];
        }

        return events;
    }

    /// <summary>Whether the operation was begun by this automation.</summary>
    public static bool IsOurs(IReadOnlyList<StackEvent> events) =>
        events.FirstOrDefault(IsOfStack) is { } start && RequestToken.IsOurs(start.ClientRequestToken);

    /// <summary>Whether the operation is over: the stack itself has got to a status that is no progress.</summary>
    public static bool IsOver(IEnumerable<StackEvent> events) =>
        events.LastOrDefault(IsOfStack) is { } last && !last.ResourceStatus.Value.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    /// <summary>
    /// What failed by itself, the root cause first. What was only cancelled because of it, and what failed on the way back, is left out,
    /// unless nothing else is there.
    /// </summary>
    public static IReadOnlyList<StackEvent> Causes(IReadOnlyList<StackEvent> events)
    {
        var wayBack = events.ToList().FindIndex(happened => IsOfStack(happened) && IsRollback(happened));
        var failures = events.Where(IsOwnFailure).ToList();
        var before = wayBack < 0 ? failures : [.. events.Take(wayBack).Where(IsOwnFailure)];
        if (before.Count > 0) return before;
        return failures.Count > 0 ? failures : [.. events.Where(happened => IsOfStack(happened) && SaysWhy(happened)).Take(1)];
    }

    /// <summary>What failed on the way back, and keeps the stack where it is.</summary>
    public static IReadOnlyList<StackEvent> StuckAt(IReadOnlyList<StackEvent> events)
    {
        var wayBack = events.ToList().FindIndex(happened => IsOfStack(happened) && IsRollback(happened));
        return wayBack < 0 ? [] : [.. events.Skip(wayBack).Where(IsOwnFailure)];
    }

    private static bool IsOwnFailure(StackEvent happened) =>
        IsFailure(happened)
        && !IsOfStack(happened)
        && !(happened.ResourceStatusReason ?? "").Contains("cancelled", StringComparison.OrdinalIgnoreCase);

    private static bool IsFailure(StackEvent happened) => happened.ResourceStatus.Value.EndsWith("_FAILED", StringComparison.Ordinal);

    private static bool IsRollback(StackEvent happened) => happened.ResourceStatus.Value.Contains("ROLLBACK", StringComparison.Ordinal);

    private static bool SaysWhy(StackEvent happened) =>
        (IsFailure(happened) || IsRollback(happened)) && !string.IsNullOrEmpty(happened.ResourceStatusReason);
}
