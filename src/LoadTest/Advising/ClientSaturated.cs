namespace LoadTest.Advising;

/// <summary>The client was the limit, and not the table.</summary>
internal static class ClientSaturated
{
    private const double SaturatedShare = 0.9;
    private const double LateShare = 0.01;

    public static string? Of(AdviceFacts facts)
    {
        var result = facts.Result;
        var isBusy = result.Client.HighestProcessorShare > SaturatedShare;
        var isLate = result.Attempted > 0 && result.LateStarts > result.Attempted * LateShare;
        if (!isBusy) return null;
        var late = isLate ? AdviceFacts.Text($", and {result.LateStarts:N0} of {result.Attempted:N0} operations started late") : "";
        return AdviceFacts.Text(
            $"The client is the limit: its busiest interval used {result.Client.HighestProcessorShare:P0} of the machine's processors{late}. Use more tasks or larger ones before you judge the table.");
    }
}
