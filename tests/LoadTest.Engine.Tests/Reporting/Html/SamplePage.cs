using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Timelines;
using LoadTest.Engine.Searching;

namespace LoadTest.Engine.Tests.Reporting.Html;

/// <summary>A run with something in every section of the page, and texts that would break it if they were not encoded.</summary>
internal static class SamplePage
{
    public const string Hostile = "<script>document.title='broken'</script>&\"'";

    public static RunSummary Summary { get; } = SampleRun.Summary with
    {
        Outcome = RunOutcome.ThresholdsFailed,
        Table = Hostile,
        Load = "open model: " + Hostile,
        Warnings = [.. SampleRun.Summary.Warnings, Hostile],
        Capacity = new TableFacts(IsProvisioned: true, ReadUnits: 400, WriteUnits: 1000),
        Advice = ["Provision 450 write units. " + Hostile],
        Settings = [.. SampleRun.Summary.Settings, new ReportedSetting("TableName", Hostile, Hostile)],
        Cost = new CostSummary(1.25, [new CostLine("PutItem " + Hostile, 1_234_567.5, "write units", 0.7716)], "us-east-1, 2025-11-01", IsFree: false),
        Search = new RateSearchResult(812.5, 825, "what held and what broke lie close enough",
        [
            new RateTrial(800, TimeSpan.FromSeconds(30), 800, Latency, 0, 0, [], new BurstSpent(3200, TimeSpan.FromSeconds(97.5), WasThrottled: true)),
            new RateTrial(1600, TimeSpan.FromSeconds(30), 1599.5, Latency, 22_400, 3, ["throttle-rate<1%", Hostile], new BurstSpent(3200, TimeSpan.FromSeconds(1), WasThrottled: false)),
        ]),
    };

    /// <summary>Two minutes, with a ramp, a stall without a single success, and throttles at the end.</summary>
    public static IReadOnlyList<TimelinePoint> Points { get; } =
    [
        .. Enumerable.Range(0, 120).Select(second => new TimelinePoint
        {
            Start = second,
            End = second + 1,
            Offered = Math.Min(1200, 200 + second * 20),
            Ended = second is >= 60 and < 63 ? 0 : Math.Min(1200, 195 + second * 20),
            Errors = second == 63 ? 5 : 0,
            Throttled = second > 90 ? (second - 90) * 3 : 0,
            LateStarts = second == 63 ? 17 : 0,
            ReadUnits = 2.5 * second,
            WriteUnits = Math.Min(1100, 180 + second * 20),
            ProcessorShare = 0.25,
            Response = second is >= 60 and < 63 ? LatencySummary.Of(null) : Of(1.5 + second % 7 / 10.0, second == 63 ? 3000 : 1),
        }),
    ];

    private static LatencySummary Latency => Of(1.5, 1);

    private static LatencySummary Of(double p50, double stall) => new(1000, p50, p50 * 1.2, p50 * 1.6, p50 * 2, p50 * 4, p50 * 9, Math.Max(p50 * 20, stall), p50 * 1.1);
}
