using System.Text.Json;

namespace LoadTest.Tests.Results;

/// <summary>Finds the metric lines of an output.</summary>
internal static class EmbeddedOutput
{
    /// <summary>Those lines of an output that are metrics.</summary>
    public static IEnumerable<EmbeddedLine> Lines(string output) =>
        output.Split('\n').Where(line => line.Contains("\"_aws\"", StringComparison.Ordinal)).Select(Parse);

    private static EmbeddedLine Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var directive = root.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray().Single();
        var parsed = new EmbeddedLine
        {
            Namespace = directive.GetProperty("Namespace").GetString()!,
            Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(root.GetProperty("_aws").GetProperty("Timestamp").GetInt64()),
            Dimensions = directive.GetProperty("Dimensions").EnumerateArray().Single().EnumerateArray()
                .ToDictionary(name => name.GetString()!, name => root.GetProperty(name.GetString()!).GetString()!),
            Metrics = directive.GetProperty("Metrics").EnumerateArray().ToDictionary(
                metric => metric.GetProperty("Name").GetString()!,
                metric => (metric.GetProperty("Unit").GetString()!, root.GetProperty(metric.GetProperty("Name").GetString()!).GetDecimal())),
            RunId = root.GetProperty("RunId").GetString()!,
            TaskIndex = root.GetProperty("TaskIndex").GetInt32(),
        };
        string[] members = ["_aws", .. parsed.Dimensions.Keys, "RunId", "TaskIndex", .. parsed.Metrics.Keys];
        Assert.That(root.EnumerateObject().Select(member => member.Name), Is.EqualTo(members), "members that are nothing, or twice");
        return parsed;
    }
}
