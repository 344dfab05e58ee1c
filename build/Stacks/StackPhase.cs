using Amazon.CloudFormation;

namespace Build.Stacks;

/// <summary>What can be done with a stack.</summary>
public enum StackPhase
{
    /// <summary>It can be updated.</summary>
    Settled,

    /// <summary>Something goes on; it can only be waited for.</summary>
    Busy,

    /// <summary>A change set was made for a stack that was never created: only its removal leads on.</summary>
    InReview,

    /// <summary>Its creation or deletion failed: only its removal leads on.</summary>
    Failed,

    /// <summary>The way back from a failed update got stuck; it can be taken up again.</summary>
    RollbackStuck,

    /// <summary>It was deleted.</summary>
    Gone,

    /// <summary>Only a person can say how it goes on.</summary>
    Unclear,
}

/// <summary>The phases of CloudFormation's statuses.</summary>
public static class StackPhases
{
    private static readonly HashSet<StackStatus> Settled =
    [
        StackStatus.CREATE_COMPLETE, StackStatus.UPDATE_COMPLETE, StackStatus.UPDATE_ROLLBACK_COMPLETE, StackStatus.IMPORT_COMPLETE,
        StackStatus.IMPORT_ROLLBACK_COMPLETE,
    ];

    private static readonly HashSet<StackStatus> Failed =
        [StackStatus.CREATE_FAILED, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED, StackStatus.DELETE_FAILED];

    /// <summary>The phase of a status; one that this version does not know is unclear, unless its name says that it is in progress.</summary>
    public static StackPhase Of(StackStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (status == StackStatus.REVIEW_IN_PROGRESS) return StackPhase.InReview;
        if (status == StackStatus.DELETE_COMPLETE) return StackPhase.Gone;
        if (status == StackStatus.UPDATE_ROLLBACK_FAILED) return StackPhase.RollbackStuck;
        if (Settled.Contains(status)) return StackPhase.Settled;
        if (Failed.Contains(status)) return StackPhase.Failed;
        return status.Value.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) ? StackPhase.Busy : StackPhase.Unclear;
    }
}
