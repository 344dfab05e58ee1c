namespace LoadTest.Operations;

/// <summary>
/// Judges writes whose condition is that their item is there. One that was there when its turn came may be gone when the request arrives: a delete
/// that began later has overtaken it.
/// </summary>
internal static class Presence
{
    /// <summary>What such a write is charged where its item is not there: the smallest write there is.</summary>
    public const double FailedConditionUnits = 1;

    /// <summary>The final category of an update. An item whose write was acknowledged must be there; a key that is never written cannot be.</summary>
    public static int JudgeUpdate(in PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (answer.Category != Category.ConditionalCheck || request.IsMiss) return answer.Category;
        if (MayBeDeletedMeanwhile(request.Ordinal, request.Before, ledger)) return Category.DeletedMeanwhile;
        return ledger.MustBeThere(request.Ordinal) ? Category.MissingItem : Category.ConditionalCheckUnexpected;
    }

    /// <summary>The final category of a transaction that updates items, those after its first, which was chosen among those that were there.</summary>
    public static int JudgeTransaction(in PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (answer.Category != Category.ConditionalCheck) return answer.Category;
        for (var place = 1; place < request.Items.Count; place++)
        {
            var item = request.Items[place];
            if (item < ledger.DeletableBefore || ledger.StateOf(item) is WriteState.Refused or WriteState.Unknown) return Category.DeletedMeanwhile;
        }

        return Category.ConditionalCheckUnexpected;
    }

    /// <summary>The final category of a delete. Each item has one, so none can have overtaken it.</summary>
    public static int JudgeDelete(in PlannedRequest request, in Answer answer)
    {
        if (answer.Category != Category.ConditionalCheck || request.IsMiss) return answer.Category;
        // An attempt whose answer was lost has done it already.
        if (answer.MayBeDoneAlready) return Category.DeletedMeanwhile;
        return request.Before == WriteState.Acknowledged ? Category.MissingItem : Category.ConditionalCheckUnexpected;
    }

    /// <summary>Whether a delete of the run, begun after a request, may have taken the item that the request counted on.</summary>
    /// <param name="ordinal">The item.</param>
    /// <param name="before">What was known of it when the request was made.</param>
    /// <param name="ledger">What is known by now.</param>
    public static bool MayBeDeletedMeanwhile(long ordinal, WriteState before, WriteLedger ledger) =>
        ordinal < ledger.DeletableBefore || (before == WriteState.Acknowledged && ledger.StateOf(ordinal) != WriteState.Acknowledged);
}
