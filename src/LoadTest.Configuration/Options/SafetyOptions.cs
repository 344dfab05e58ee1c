using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>What keeps a run honest and harmless.</summary>
public static class SafetyOptions
{
    public static readonly Option<Verification> Verify = new(
        "Verify", OptionGroup.Safety, Kind.Choice(("all", Verification.All), ("sample", Verification.Sample), ("none", Verification.None)),
        "What is read back after the run and compared with what was acknowledged; a sample is of some 10,000 items.")
    { Default = Verification.All };

    public static readonly Option<TimeSpan> MaxDuration = new(
        "MaxDuration", OptionGroup.Safety, Kind.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromDays(31)),
        "Ends the run from inside after this long, whatever happens.")
    { WhenAbsent = "the planned time and 15 minutes; an hour for a run by items" };

    public static readonly Option<double> MaxCost = new(
        "MaxCost", OptionGroup.Safety, Kind.Number(0, 1_000_000), "Refuses a run whose estimated cost is higher.")
    { Default = 10, Unit = "USD" };

    public static readonly Option<string> Prices = new(
        "Prices", OptionGroup.Safety, Kind.Text(@"[^\u0000-\u001f]+", "the path of a price table"),
        "A price table of your own, for estimates and costs.")
    { WhenAbsent = "the prices of us-east-1 that this version knows" };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All => [Verify, MaxDuration, MaxCost, Prices];
}
