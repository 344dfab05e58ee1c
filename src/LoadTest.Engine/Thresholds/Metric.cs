using System.Globalization;
using HdrHistogram;

namespace LoadTest.Engine.Thresholds;

/// <summary>Something that a result is measured by.</summary>
/// <param name="Name">Its name: <c>p99</c>, <c>service-max</c>, <c>error-rate</c>.</param>
/// <param name="Unit">Its unit: ms, %, /s, or none.</param>
/// <param name="ValueOf">Its value, or null where there is nothing to measure.</param>
public sealed record Metric(string Name, string Unit, Func<Sample, double?> ValueOf)
{
    private const string Service = "service-";
    private const double MicrosecondsPerMillisecond = 1000;

    private static readonly Metric[] Counted =
    [
        new("error-rate", "%", sample => Share(sample.Errors, sample.Attempted)),
        new("throttle-rate", "%", sample => Share(sample.ThrottledRequests, sample.Attempts)),
        new("achieved-rate", "/s", sample => sample.AchievedRate),
        new("errors", "", sample => sample.Errors),
        new("throttles", "", sample => sample.ThrottledRequests),
    ];

    /// <summary>The percentile that it is, or null: 100 for the longest.</summary>
    public double? Percentile { get; private init; }

    /// <summary>Whether it is of service times; else it is of response times, or of neither.</summary>
    public bool IsOfServiceTime => Name.StartsWith(Service, StringComparison.Ordinal);

    /// <summary>The metric of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Metric Named(string name) =>
        Array.Find(Counted, metric => metric.Name == name) ?? Latency(name) ?? throw new ArgumentException($"There is no metric {name}.", nameof(name));

    /// <summary>A value with its unit, the same in every culture.</summary>
    public string Format(double value) => Unit switch
    {
        "ms" => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.###} ms"),
        "%" => string.Create(CultureInfo.InvariantCulture, $"{value:0.#####} %"),
        "/s" => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.###}/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.###}"),
    };

    private static Metric? Latency(string name)
    {
        var ofService = name.StartsWith(Service, StringComparison.Ordinal);
        var kind = ofService ? name[Service.Length..] : name;
        if (kind == "mean") return new Metric(name, "ms", sample => Read(sample, histogram => histogram.GetMean()));
        double? percentile = kind == "max" ? 100
            : kind.StartsWith('p') && double.TryParse(kind.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
            : null;
        return percentile is { } share
            ? new Metric(name, "ms", sample => Read(sample, histogram => histogram.GetValueAtPercentile(share))) { Percentile = share }
            : null;

        double? Read(Sample sample, Func<HistogramBase, double> value)
        {
            var histogram = ofService ? sample.ServiceTimes : sample.ResponseTimes;
            return histogram.TotalCount == 0 ? null : value(histogram) / MicrosecondsPerMillisecond;
        }
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : 100.0 * part / whole;
}
