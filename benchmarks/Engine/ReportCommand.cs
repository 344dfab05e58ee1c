using System.Globalization;
using System.Text;

namespace Engine;

/// <summary>Turns the samples of all rounds into a table of medians and ratios.</summary>
internal static class ReportCommand
{
    private const string PlainFloor = "wrk, plain";
    private const string TlsFloor = "wrk, TLS";

    public static int Run(string samplesFile, string reportFile, string command, string machineLoad)
    {
        var subjects = File.ReadLines(samplesFile).Select(line => line.Split('\t')).GroupBy(parts => parts[0])
            .Select(Subject.Of).ToList();
        var text = new StringBuilder();
        text.AppendLine("# What an operation costs the client").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured with `{command}` on {DateTime.UtcNow:yyyy-MM-dd}, on {Environment.ProcessorCount} processors shared with the");
        text.AppendLine(CultureInfo.InvariantCulture, $"sink and with whatever else ran: the machine's load average was {machineLoad} before and after.");
        text.AppendLine("PutItem with items of 1 KiB over loopback; the client is bound to one processor, the sink to another.");
        text.AppendLine("Medians of all rounds, interleaved; processor time is user and system together. Ratios hold; absolute times are those of the machine.").AppendLine();
        text.AppendLine("| client | rounds | CPU us/operation | x wrk | operations/s | bytes/operation | peak MiB | lateness p99.9 us |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var subject in subjects.Where(subject => subject.Microseconds > 0)) AppendRow(text, subject, subjects);
        foreach (var subject in subjects.Where(subject => subject.FirstMilliseconds > 0 && subject.Microseconds <= 0))
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{subject.Name}: {subject.FirstMilliseconds:0} ms from the process's start to the first operation (median of {subject.Rounds}).");
        File.WriteAllText(reportFile, text.ToString().ReplaceLineEndings("\n"));
        Console.Write(text);
        return 0;
    }

    private static void AppendRow(StringBuilder text, Subject subject, List<Subject> all)
    {
        var floor = all.FirstOrDefault(other => other.Name == (subject.Name.Contains("TLS", StringComparison.Ordinal) ? TlsFloor : PlainFloor));
        var ratio = floor is null ? "" : (subject.Microseconds / floor.Microseconds).ToString("0.00", CultureInfo.InvariantCulture);
        text.AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"| {subject.Name} | {subject.Rounds} | {subject.Microseconds:0.0} | {ratio} | {subject.Rate:0} | {Number(subject.Bytes)} | {Number(subject.PeakMebibytes)} | {Number(subject.LatenessMicroseconds)} |"));
    }

    private static string Number(double value) => value < 0 ? "" : value.ToString("0", CultureInfo.InvariantCulture);

    private sealed record Subject(
        string Name, int Rounds, double Microseconds, double Rate, double Bytes, double PeakMebibytes, double FirstMilliseconds, double LatenessMicroseconds)
    {
        public static Subject Of(IGrouping<string, string[]> samples) => new(
            samples.Key, samples.Count(), Median(samples, 1), Median(samples, 2), Median(samples, 3), Median(samples, 4), Median(samples, 5), Median(samples, 7));

        // A column that a client does not give counts as -1.
        private static double Median(IEnumerable<string[]> samples, int column)
        {
            var values = samples.Where(parts => parts.Length > column && parts[column].Length > 0)
                .Select(parts => double.Parse(parts[column], CultureInfo.InvariantCulture)).Order().ToList();
            if (values.Count == 0) return -1;
            return values.Count % 2 == 1 ? values[values.Count / 2] : (values[values.Count / 2 - 1] + values[values.Count / 2]) / 2;
        }
    }
}
