using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>What a run's result must hold, for a pipeline to pass.</summary>
public static class ThresholdOptions
{
    public static readonly Option<ThresholdList> Thresholds = new(
        "Thresholds", OptionGroup.Thresholds,
        new StructuredKind<ThresholdList>(
            ThresholdsText.Parse, "thresholds such as p99<25ms,error-rate<0.1%,put:p99<10ms,achieved-rate>=99%,p99<=110%baseline",
            "^[^,<>=]+(<=?|>=?)[^,<>=]+(,[^,<>=]+(<=?|>=?)[^,<>=]+)*$"),
        "Conditions that the result must hold; where one does not, the exit code is 3.")
    { WhenAbsent = "none" };

    public static readonly Option<string> Baseline = new(
        "Baseline", OptionGroup.Thresholds, Kind.Text(@"[^\u0000-\u001f]+", "a run: its folder, its id, or its summary.json"),
        "The run that thresholds such as p99<=110%baseline are relative to.")
    { WhenAbsent = "none" };

    public static readonly Option<bool> AbortWhenHopeless = new(
        "AbortWhenHopeless", OptionGroup.Thresholds, Kind.Boolean(),
        "Ends a run as soon as a threshold cannot hold any more, whatever the rest of the run does.")
    { Default = true };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All => [Thresholds, Baseline, AbortWhenHopeless];
}
