using System.Globalization;
using LoadTest.Engine.Searching;

namespace LoadTest.Engine.Reporting;

/// <summary>The search for the highest rate in words.</summary>
public static class SearchText
{
    /// <summary>What was found.</summary>
    public static string Sentence(RateSearchResult search)
    {
        var found = (search.HighestHeld, search.LowestBroken) switch
        {
            ({ } held, { } broken) => Text($"{held:#,0.#} operations a second held, and {broken:#,0.#} did not."),
            ({ } held, null) => Text($"{held:#,0.#} operations a second held, and no rate was found that does not."),
            (null, { } broken) => Text($"No rate held; the lowest that was tried is {broken:#,0.#} operations a second."),
            _ => "No rate was tried.",
        };
        return Text($"{found} The search ended after {search.Trials.Count} trials, as {search.Ended}. This report is of a further run at that rate.");
    }

    /// <summary>What was done about banked capacity.</summary>
    public static string AboutBurst(RateSearchResult search)
    {
        var bursts = search.Trials.Select(trial => trial.Burst).OfType<BurstSpent>().ToArray();
        if (bursts.Length == 0) return "The table is not provisioned, so no banked capacity was spent before the trials.";
        var seconds = bursts.Sum(burst => burst.Duration.TotalSeconds);
        var missed = bursts.Count(burst => !burst.WasThrottled);
        return Text($"Before each trial the capacity that the table had banked was spent, by offering more than it takes until it throttled: {seconds:#,0.#} s in all.")
            + (missed > 0 ? Text($" Before {missed} of them it did not throttle: something may have been left, and those rates may be flattered.") : "");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
