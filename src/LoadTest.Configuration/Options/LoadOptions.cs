using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>How much load is offered, and for how long.</summary>
public static class LoadOptions
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    public static readonly Option<double> Rate = new(
        "Rate", OptionGroup.Load, Kind.Number(0.001, StagesText.MaximumRate),
        "Operations started a second, whatever the table's answers do: the open model. Needs Duration.")
    { Unit = "operations/s" };

    public static readonly Option<TimeSpan> Duration = new(
        "Duration", OptionGroup.Load, Kind.Duration(Millisecond, StagesText.MaximumDuration),
        "How long operations are started.");

    public static readonly Option<StageList> Stages = new(
        "Stages", OptionGroup.Load,
        new StructuredKind<StageList>(
            StagesText.Parse, "stages such as ramp:1000:30s,hold:1000:5m, ramp:100..2000:1m, step:100..500:5:10m or spike:2000:30s",
            @"^(([Rr][Aa][Mm][Pp]|[Hh][Oo][Ll][Dd]|[Ss][Tt][Ee][Pp]|[Ss][Pp][Ii][Kk][Ee]):[^:,]+:[^:,]+(:[^:,]+)?(,\s*|$))*$"),
        "Rates that change over time, one stage after another: the open model.");

    public static readonly Option<int> ConcurrencyLimit = new(
        "ConcurrencyLimit", OptionGroup.Load, Kind.Whole(1, 1_000_000),
        "Operations in flight at once: the closed model.")
    { Default = 100, Unit = "operations", Scope = Everywhere };

    public static readonly Option<long> TotalItems = new(
        "TotalItems", OptionGroup.Load, Kind.Whole(1L, 1_000_000_000_000),
        "The number of operations of a run of the closed model.")
    { Default = 10_000, Unit = "operations", Scope = Everywhere };

    public static readonly Option<double> MaxConcurrencyPercentage = new(
        "MaxConcurrencyPercentage", OptionGroup.Load, Kind.Percentage(0.1),
        "The last part of a closed run that is run at the whole concurrency; before it, the concurrency rises step by step.")
    { Default = 80, Unit = "%", Scope = Everywhere };

    public static readonly Option<TimeSpan> WarmUp = new(
        "WarmUp", OptionGroup.Load, Kind.Duration(TimeSpan.Zero, TimeSpan.FromHours(24)),
        "How long load is offered before measuring starts.")
    { Default = TimeSpan.Zero };

    public static readonly Option<bool> FindMax = new(
        "FindMax", OptionGroup.Load, Kind.Boolean(),
        "Searches the highest rate at which the thresholds hold: Rate is the first one, and each is tried for Duration.")
    { Default = false };

    public static readonly Option<double> FindMaxPrecision = new(
        "FindMaxPrecision", OptionGroup.Load, Kind.Percentage(0.1, 50),
        "How close the search comes: the gap between the rate that held and the one that did not.")
    { Default = 2, Unit = "%" };

    private static OptionScope Everywhere => OptionScope.Program | OptionScope.Automation | OptionScope.Template;

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All => [Rate, Duration, Stages, ConcurrencyLimit, TotalItems, MaxConcurrencyPercentage, WarmUp, FindMax, FindMaxPrecision];
}
