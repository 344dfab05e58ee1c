using LoadTest.Engine.Reporting;

namespace LoadTest.Advising;

/// <summary>The client was the limit, and not the table.</summary>
internal static class ClientSaturated
{
    private const double LateShare = 0.01;

    public static string? Of(AdviceFacts facts)
    {
        var result = facts.Result;
        if (!ClientWarnings.IsSaturated(result)) return null;
        var late = result.LateStarts > result.Attempted * LateShare ? AdviceFacts.Text($", and {result.LateStarts:N0} of {result.Attempted:N0} operations started late") : "";
        return AdviceFacts.Text(
            $"The client is the limit: its busiest interval used {result.Client.HighestProcessorShare:P0} of the machine's processors{late}. Use more tasks or larger ones before you judge the table.");
    }
}
