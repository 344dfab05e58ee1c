using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>Where results go, and how fine they are.</summary>
public static class ResultsOptions
{
    public static readonly Option<string> RunId = new(
        "RunId", OptionGroup.Results,
        Kind.Text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "a name of up to 64 letters, digits, points, hyphens and underscores"),
        "Names the run and the folder of its results.")
    { WhenAbsent = "made from the time" };

    public static readonly Option<string> ArtifactsPath = new(
        "ArtifactsPath", OptionGroup.Results, Kind.Text(@"[^\u0000-\u001f]+", "the path of a folder"),
        "The folder in which each run gets a folder for its results.")
    { Default = "artifacts/runs" };

    public static readonly Option<TimeSpan> Interval = new(
        "Interval", OptionGroup.Results, Kind.Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        "The step of progress lines and of the time series.")
    { Default = TimeSpan.FromSeconds(1) };

    public static readonly Option<MetricLines> EmbeddedMetrics = new(
        "EmbeddedMetrics", OptionGroup.Results,
        Kind.Choice(("auto", MetricLines.Auto), ("true", MetricLines.Written), ("false", MetricLines.NotWritten)),
        "Whether the metrics are written to the standard output, as lines in CloudWatch's embedded metric format; auto: inside ECS only.")
    { Default = MetricLines.Auto };

    public static readonly Option<string> ResultsBucket = new(
        "ResultsBucket", OptionGroup.Results, Kind.Text("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "the name of a bucket", orEmpty: true),
        "The bucket that a task of ECS brings its results to; the deployed one is found by itself.")
    { Default = "" };

    public static readonly Option<int> ResultsRetentionDays = new(
        "ResultsRetentionDays", OptionGroup.Results, Kind.Whole(1, 3650), "How long the results bucket keeps a run.")
    { Default = 90, Unit = "days", Scope = OptionScope.Automation | OptionScope.Template };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All => [RunId, ArtifactsPath, Interval, EmbeddedMetrics, ResultsBucket, ResultsRetentionDays];
}
