using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Searching;

/// <summary>What a rate came to that was tried.</summary>
/// <param name="Rate">Operations a second that were offered.</param>
/// <param name="Duration">How long.</param>
/// <param name="AchievedRate">Operations a second that ended.</param>
/// <param name="Response">Response times of the operations that succeeded.</param>
/// <param name="ThrottledRequests">Requests that were throttled.</param>
/// <param name="Errors">Operations that failed, throttles left out.</param>
/// <param name="Broken">The thresholds that broke; none where the rate held.</param>
/// <param name="Burst">What was done before to spend banked capacity; null where there was nothing to spend.</param>
public sealed record RateTrial(
    double Rate, TimeSpan Duration, double AchievedRate, LatencySummary Response, long ThrottledRequests, long Errors,
    IReadOnlyList<string> Broken, BurstSpent? Burst)
{
    /// <summary>Whether every threshold held.</summary>
    public bool Held => Broken.Count == 0;
}

/// <summary>Load that was offered before a trial, so that capacity banked from idle seconds does not flatter it.</summary>
/// <param name="Rate">Operations a second.</param>
/// <param name="Duration">How long.</param>
/// <param name="WasThrottled">Whether it was throttled at its end, as it must be once nothing is banked.</param>
public sealed record BurstSpent(double Rate, TimeSpan Duration, bool WasThrottled);

/// <summary>What the search for the highest rate came to.</summary>
/// <param name="HighestHeld">The highest rate at which every threshold held; null where none did.</param>
/// <param name="LowestBroken">The lowest rate at which one broke; null where none did.</param>
/// <param name="Ended">Why the search ended, in words.</param>
/// <param name="Trials">Every trial, in order.</param>
public sealed record RateSearchResult(double? HighestHeld, double? LowestBroken, string Ended, IReadOnlyList<RateTrial> Trials);
