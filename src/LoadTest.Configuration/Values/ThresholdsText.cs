using System.Globalization;
using System.Text.RegularExpressions;
using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Values;

/// <summary>
/// Thresholds as text, with commas between them: <c>[OPERATION:]METRIC COMPARISON LIMIT</c>, such as <c>p99&lt;25ms</c>,
/// <c>put:service-p99.9&lt;=100ms</c>, <c>error-rate&lt;0.1%</c>, <c>achieved-rate&gt;=99%</c> (of the offered rate) or <c>p99&lt;=110%baseline</c>.
/// docs/thresholds.md describes the metrics.
/// </summary>
public static partial class ThresholdsText
{
    private const string Latency = "a latency such as 25ms, or a share of the baseline's such as 110%";
    private const string Share = "a share such as 0.1%, or of the baseline's such as 110%baseline";
    private const string Rate = "a share of the offered rate such as 99%, a rate such as 950/s, or a share of the baseline's such as 95%baseline";
    private const string Number = "a number such as 10, or a share of the baseline's such as 110%";

    /// <summary>Reads thresholds; the flaw names every part that is wrong, with its place.</summary>
    public static Parsed<ThresholdList> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var thresholds = new List<ThresholdSetting>();
        var flaws = new List<string>();
        var start = 0;
        foreach (var part in text.Split(','))
        {
            var place = start + 1 + part.Length - part.TrimStart().Length;
            start += part.Length + 1;
            if (ParseOne(part.Trim(), out var threshold) is { } flaw) flaws.Add(string.Create(CultureInfo.InvariantCulture, $"at character {place} {flaw}"));
            else if (thresholds.Contains(threshold!)) flaws.Add(string.Create(CultureInfo.InvariantCulture, $"at character {place} '{TextExcerpt.Of(part.Trim())}' is there a second time"));
            else thresholds.Add(threshold!);
        }

        return flaws.Count > 0 ? new Flaw(ErrorCodes.NotReadable, "has a flaw " + string.Join("; ", flaws)) : new ThresholdList(thresholds);
    }

    // Null, or what is wrong.
    private static string? ParseOne(string text, out ThresholdSetting? threshold)
    {
        threshold = null;
        var match = Expression().Match(text);
        if (!match.Success) return $"'{TextExcerpt.Of(text)}' is not of the form METRIC<LIMIT, with <, <=, > or >=";
        OperationKind? operation = null;
        if (match.Groups["operation"] is { Success: true, Value: var name })
        {
            operation = KindNamed(name);
            if (operation is null) return $"'{TextExcerpt.Of(name)}' is no operation";
        }

        var metric = match.Groups["metric"].Value.ToLowerInvariant();
        if (Expected(metric) is not { } expected)
            return $"'{TextExcerpt.Of(metric)}' is no metric: take p50, p99.9, max or mean, each also with service- in front, error-rate, throttle-rate, achieved-rate, errors or throttles";
        if (ReadLimit(match.Groups["limit"].Value, expected) is not { } limit) return $"'{TextExcerpt.Of(match.Groups["limit"].Value)}' is no limit of {metric}: give {expected}";
        if (operation is not null && metric == "achieved-rate" && limit.Unit == ThresholdUnit.Percent)
            return "a share of the offered rate is known of all operations together alone: give a rate such as 950/s";
        var comparison = match.Groups["comparison"].Value;
        var canonical = $"{(operation is { } kind ? kind.ToString().ToLowerInvariant() + ":" : "")}{metric}{comparison}{limit.Text}";
        threshold = new ThresholdSetting(operation, metric, comparison, limit.Value, limit.Unit, canonical);
        return null;
    }

    private static OperationKind? KindNamed(string name) => Enum.GetValues<OperationKind>().Cast<OperationKind?>().FirstOrDefault(kind =>
        string.Equals(kind.ToString(), name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private static string? Expected(string metric) => metric switch
    {
        "error-rate" or "throttle-rate" => Share,
        "achieved-rate" => Rate,
        "errors" or "throttles" => Number,
        _ => IsLatency(metric) ? Latency : null,
    };

    private static bool IsLatency(string metric)
    {
        var kind = metric.StartsWith("service-", StringComparison.Ordinal) ? metric["service-".Length..] : metric;
        return kind is "max" or "mean"
            || (kind.StartsWith('p') && NumberKind.TryRead(kind[1..], out var percentile) && percentile is > 0 and < 100);
    }

    private static (double Value, ThresholdUnit Unit, string Text)? ReadLimit(string text, string expected)
    {
        var match = LimitExpression().Match(text);
        if (!match.Success || !NumberKind.TryRead(match.Groups["number"].Value, out var value)) return null;
        // As it was typed: a number of many digits would come out with an exponent, which is not read.
        var number = match.Groups["number"].Value;
        return (match.Groups["unit"].Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), expected) switch
        {
            ("us", Latency) => (value / 1000, ThresholdUnit.Milliseconds, number + "us"),
            ("ms", Latency) => (value, ThresholdUnit.Milliseconds, number + "ms"),
            ("s", Latency) => (value * 1000, ThresholdUnit.Milliseconds, number + "s"),
            ("/s", Rate) => (value, ThresholdUnit.PerSecond, number + "/s"),
            ("", Number) => (value, ThresholdUnit.Count, number),
            ("%", Share or Rate) => (value, ThresholdUnit.Percent, number + "%"),
            ("%" or "%baseline", _) => (value, ThresholdUnit.PercentOfBaseline, number + "%baseline"),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"\A((?<operation>[A-Za-z-]+)\s*:)?\s*(?<metric>[A-Za-z0-9.-]+)\s*(?<comparison><=|>=|<|>)\s*(?<limit>[^<>=]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(
        @"\A(?<number>[0-9]*\.?[0-9]+)\s*(?<unit>us|ms|s|/s|% *(baseline)?|)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LimitExpression();
}
