namespace LoadTest.Operations;

/// <summary>Judges writes whose condition is that their item is there.</summary>
internal static class Presence
{
    /// <summary>What such a write is charged where its item is not there: the smallest write there is.</summary>
    public const double FailedConditionUnits = 1;

    /// <summary>The final category. An item whose write was acknowledged must be there; a key that is never written cannot be.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="before">What was known of the item before the request.</param>
    public static int Judge(in PlannedRequest request, in Answer answer, WriteState before)
    {
        if (answer.Category != Category.ConditionalCheck || request.IsMiss) return answer.Category;
        // A lost attempt may have deleted it already.
        return before == WriteState.Acknowledged && !answer.MayBeDoneAlready
            ? Category.MissingItem
            : Category.ConditionalCheckUnexpected;
    }
}
