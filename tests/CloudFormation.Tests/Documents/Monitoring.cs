using System.Text.RegularExpressions;
using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace CloudFormation.Tests.Documents;

/// <summary>Reads what monitoring.yaml shows.</summary>
internal static partial class Monitoring
{
    private static Template Template => CommittedTemplates.All["monitoring"];

    public static JObject Dashboard =>
        JObject.Parse(Intrinsics.Text(Template.Resources[nameof(Dashboard)]!.SelectToken("Properties.DashboardBody.['Fn::Sub'][0]")));

    public static IEnumerable<JObject> Widgets => Dashboard["widgets"]!.OfType<JObject>();

    public static IEnumerable<ShownMetric> Shown =>
        Widgets.Where(widget => (string?)widget["type"] == "metric").SelectMany(OfWidget).Concat(OfAlarms);

    private static IEnumerable<ShownMetric> OfAlarms =>
        Template.ResourcesOfType("AWS::CloudWatch::Alarm").Select(alarm => ShownMetric.Of(
            alarm.Text("Namespace"),
            alarm.Text("MetricName"),
            alarm.Properties["Dimensions"]!.Select(dimension => Intrinsics.Text(dimension["Name"])),
            alarm.Text("Statistic")));

    private static IEnumerable<ShownMetric> OfWidget(JObject widget)
    {
        var properties = widget["properties"]!;
        foreach (var metric in properties["metrics"]!.OfType<JArray>())
        {
            var texts = metric.OfType<JValue>().Select(Intrinsics.Text).ToArray();
            var options = metric.OfType<JObject>().SingleOrDefault();
            if (texts.Length > 0)
            {
                var dimensions = texts.Skip(2).Where((_, index) => index % 2 == 0);
                yield return ShownMetric.Of(texts[0], texts[1], dimensions, (string?)options?["stat"] ?? (string)properties["stat"]!);
            }
            else if (Search().Match((string)options!["expression"]!) is { Success: true } search)
            {
                var set = search.Groups["set"].Value.Split(',');
                yield return ShownMetric.Of(set[0], search.Groups["name"].Value, set.Skip(1), search.Groups["stat"].Value);
            }
        }
    }

    [GeneratedRegex(
        """^SEARCH\('\{(?<set>[^}]+)\} MetricName="(?<name>\w+)" .*', '(?<stat>\w+)', 60\)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Search();
}
