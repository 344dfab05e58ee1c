using System.Globalization;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting;

/// <summary>What the client's own limits did to the numbers: never silent, as a busy client looks like a slow table.</summary>
public static class ClientWarnings
{
    // Below this share of the offered rate the plan was not really tested.
    private const double LeastAchievedShare = 0.99;
    private const double LeastLateShare = 0.001;
    private const double SaturatedShare = 0.9;

    /// <summary>The warnings that a result calls for.</summary>
    public static IEnumerable<string> Of(LoadResult result)
    {
        if (result.NotStarted > 0)
            yield return Text($"{result.NotStarted:N0} planned operations were never started: the run {Cause(result.Ending)}.");
        if (Misses(result))
            yield return Text($"The rate was missed: {result.OfferedRatePerSecond:N1} operations a second were offered, and {result.AchievedRatePerSecond:N1} achieved. Response times contain the wait.");
        if (IsSaturated(result))
            yield return Text($"The client was saturated: it used {result.Client.HighestProcessorShare:P0} of this machine's processors. Latencies may be the client's own.");
        else if (IsBusy(result))
            yield return Text($"The client used {result.Client.HighestProcessorShare:P0} of this machine's processors in its busiest interval. No more than one start in a thousand was over 10 ms late; latencies may contain what answers waited for a processor.");
        if (IsLate(result))
            yield return Text($"{result.LateStarts:N0} operations ({(double)result.LateStarts / result.Attempted:P1}) started more than 10 ms late. Response times contain that wait; service times do not.");
        var retries = result.Operations.Sum(operation => operation.Attempts - operation.Attempted);
        if (retries > 0)
            yield return Text($"{retries:N0} requests were retries: what they were refused for is not among the failures.");
        if (result.ClampedLatencies > 0)
            yield return Text($"{result.ClampedLatencies:N0} latencies were longer than an hour and are counted as an hour.");
    }

    /// <summary>
    /// Whether the client was the limit: a closed load goes as fast as the client can, and of an open one starts were late or the rate was missed. Pacing
    /// alone fills a processor where there are tens of thousands of starts a second, and leaves it as soon as starts are overdue.
    /// </summary>
    public static bool IsSaturated(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return IsBusy(result) && (result.OfferedRatePerSecond is null || IsLate(result) || Misses(result));
    }

    private static bool IsBusy(LoadResult result) => result.Client.HighestProcessorShare > SaturatedShare;

    private static bool IsLate(LoadResult result) => result.LateStarts > result.Attempted * LeastLateShare;

    // Of a run that was ended while operations were in flight, waiting for them is no part of its rate.
    private static bool Misses(LoadResult result) =>
        result.Ending != Ending.Stopped && result.Attempted > 0 && result.OfferedRatePerSecond is { } offered && result.AchievedRatePerSecond < offered * LeastAchievedShare;

    private static string Cause(Ending ending) =>
        ending == Ending.MaxDurationReached ? "reached its longest duration" : ending == Ending.Incomplete ? "is incomplete" : "was stopped";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
