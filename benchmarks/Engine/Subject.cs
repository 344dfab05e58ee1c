using System.Globalization;

namespace Engine;

/// <summary>One thing that was measured, with the medians of its rounds; a figure that it does not have is -1.</summary>
internal sealed record Subject(
    string Name, int Rounds, double Microseconds, double Rate, double Bytes, double PeakMebibytes, double FirstMilliseconds, double LatenessMicroseconds, double AchievedPercent)
{
    public bool IsOverTls => Name.Contains("TLS", StringComparison.Ordinal);

    public static IReadOnlyList<Subject> Read(string samplesFile) =>
        [.. File.ReadLines(samplesFile).Select(line => line.Split('\t')).GroupBy(parts => parts[0]).Select(Of)];

    private static Subject Of(IGrouping<string, string[]> samples) => new(
        samples.Key, samples.Count(), Median(samples, 1), Median(samples, 2), Median(samples, 3), Median(samples, 4), Median(samples, 5), Median(samples, 7), Median(samples, 8));

    private static double Median(IEnumerable<string[]> samples, int column)
    {
        var values = samples.Where(parts => parts.Length > column && parts[column].Length > 0)
            .Select(parts => double.Parse(parts[column], CultureInfo.InvariantCulture)).Order().ToList();
        if (values.Count == 0) return -1;
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[values.Count / 2 - 1] + values[values.Count / 2]) / 2;
    }
}
