namespace LoadTest.Operations;

/// <summary>What an answer says of the write that was asked for.</summary>
internal static class Fate
{
    /// <summary>The state of an item after a write of it was answered.</summary>
    public static WriteState OfWrite(in Answer answer) =>
        answer.Category == Category.Success ? WriteState.Acknowledged : MayBeDone(answer) ? WriteState.Unknown : WriteState.Refused;

    /// <summary>
    /// Whether a write that was not acknowledged may have been done all the same. A refusal that came from DynamoDB's front door stored
    /// nothing; a fault or a lost connection leaves it open.
    /// </summary>
    public static bool MayBeDone(in Answer answer) => answer.MayBeDoneAlready || Category.LeavesFateOpen(answer.Category);
}
