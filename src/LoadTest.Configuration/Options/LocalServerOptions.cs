using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>How the embedded DynamoDB-compatible server behaves.</summary>
public static class LocalServerOptions
{
    // PORT alone is set by many a shell and platform for something else.
    public static readonly Option<int> Port = new(
        "Port", OptionGroup.LocalServer, Kind.Whole(0, 65_535), "The loopback port of the local server run by itself; 0 takes a free one.")
    { Default = 8000, EnvironmentVariables = ["LOCAL_DYNAMO_PORT"] };

    public static readonly Option<bool> EnforceCapacity = new(
        "EnforceCapacity", OptionGroup.LocalServer, Kind.Boolean(), "The local server throttles as DynamoDB does.")
    { Default = true };

    public static readonly Option<int> BurstSeconds = new(
        "BurstSeconds", OptionGroup.LocalServer, Kind.Whole(0, 3600), "Unused provisioned capacity that the local server banks.")
    { Default = 300, Unit = "s" };

    public static readonly Option<long> FaultSeed = new(
        "FaultSeed", OptionGroup.LocalServer, Kind.Whole(0L, long.MaxValue), "Decides which requests of the local server meet a fault.")
    { Default = 1 };

    public static readonly Option<LatencySetting> FaultLatency = new(
        "FaultLatency", OptionGroup.LocalServer,
        new StructuredKind<LatencySetting>(
            LatencySetting.Parse, "a latency such as fixed:5ms or log-normal:5ms:0.5 (median and sigma)", "^([A-Za-z-]+(:[^:]+){1,2})?$"),
        "A delay that the local server adds to each answer.")
    { WhenAbsent = "no delay" };

    public static readonly Option<double> FaultThrottle = Share("FaultThrottle", "are throttled");

    public static readonly Option<double> FaultServerError = Share("FaultServerError", "are answered with an internal error (500)");

    public static readonly Option<double> FaultUnavailable = Share("FaultUnavailable", "are answered with unavailable (503)");

    public static readonly Option<double> FaultHang = Share("FaultHang", "are never answered");

    public static readonly Option<double> FaultSlowBody = Share("FaultSlowBody", "are answered a few bytes at a time");

    public static readonly Option<double> FaultDrop = Share("FaultDrop", "lose their connection");

    public static readonly Option<double> FaultLoseWrite = Share("FaultLoseWrite", "are acknowledged and, if writes, not kept");

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All =>
    [
        Port, EnforceCapacity, BurstSeconds, FaultSeed, FaultLatency, FaultThrottle, FaultServerError, FaultUnavailable, FaultHang,
        FaultSlowBody, FaultDrop, FaultLoseWrite,
    ];

    private static Option<double> Share(string name, string fate) =>
        new(name, OptionGroup.LocalServer, Kind.Percentage(), $"Requests to the local server that {fate}.") { Default = 0, Unit = "%" };
}
