namespace LoadTest.Advising;

/// <summary>What writes cost that did nothing.</summary>
internal static class FailedConditions
{
    private const double WorthSaying = 0.05;

    public static string? Of(AdviceFacts facts)
    {
        var unreported = facts.Result.Operations.Sum(operation => operation.Units.UnreportedWrite);
        var all = facts.Result.Operations.Sum(operation => operation.WriteUnits) + unreported;
        return all == 0 || unreported < all * WorthSaying ? null : AdviceFacts.Text(
            $"Refused writes cost {unreported:#,0.#} write units, {unreported / all:P0} of all: DynamoDB charges a write whose condition fails, and what prepared a transaction that is cancelled, and its answers do not report it.");
    }
}
