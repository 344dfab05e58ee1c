namespace LoadTest.Operations;

/// <summary>Holds what a strongly consistent read found against what was acknowledged.</summary>
internal static class Reading
{
    /// <summary>The category of a read that looked for one item: one whose write was acknowledged must be found.</summary>
    public static int Judge(in PlannedRequest request, in Answer answer, WriteLedger ledger) =>
        answer.Category == Category.Success && answer.ItemsFound == 0 && ledger.MustBeThere(request.Ordinal) ? Category.MissingItem : answer.Category;

    /// <summary>The category of a read that looked for several.</summary>
    public static int JudgeAll(in PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (answer.Category != Category.Success) return answer.Category;
        var expected = 0;
        for (var place = 0; place < request.Items.Count; place++)
        {
            if (ledger.MustBeThere(request.Items[place])) expected++;
        }

        return answer.ItemsFound < expected ? Category.MissingItem : answer.Category;
    }
}
