using System.Globalization;
using System.Text;

namespace Engine;

/// <summary>Turns the samples of all rounds into tables of medians and ratios.</summary>
internal static class ReportCommand
{
    public static int Run(string samplesFile, string reportFile, string command, string machineLoad)
    {
        var subjects = Subject.Read(samplesFile);
        var findings = new Findings(subjects);
        var text = new StringBuilder();
        text.AppendLine("# What an operation costs the client").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured with `{command}` on {DateTime.UtcNow:yyyy-MM-dd}, on {Environment.ProcessorCount} processors shared with the");
        text.AppendLine(CultureInfo.InvariantCulture, $"sink and with whatever else ran: the machine's load average was {machineLoad} before and after.");
        text.AppendLine("PutItem with items of 1 KiB over loopback; the client is bound to one processor, the sink to another.");
        text.AppendLine("Medians of all rounds, interleaved; processor time is user and system together. Ratios hold; absolute times are those of the machine.").AppendLine();
        text.AppendLine("| what is asked for | measured | at most | met |").AppendLine("| --- | --- | --- | --- |");
        foreach (var line in findings.All()) text.AppendLine(line);
        text.AppendLine();
        text.AppendLine("| client | rounds | CPU us/operation | x wrk | operations/s | bytes/operation | peak MiB | lateness p99.9 us |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var subject in subjects.Where(subject => subject.Microseconds > 0)) AppendRow(text, subject, findings);
        File.WriteAllText(reportFile, text.ToString().ReplaceLineEndings("\n"));
        Console.Write(text);
        return 0;
    }

    private static void AppendRow(StringBuilder text, Subject subject, Findings findings)
    {
        var floor = findings.Find(subject.IsOverTls ? Findings.TlsFloor : Findings.PlainFloor);
        var ratio = floor is null ? "" : (subject.Microseconds / floor.Microseconds).ToString("0.00", CultureInfo.InvariantCulture);
        text.AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"| {subject.Name} | {subject.Rounds} | {subject.Microseconds:0.0} | {ratio} | {subject.Rate:0} | {Number(subject.Bytes)} | {Number(subject.PeakMebibytes)} | {Number(subject.LatenessMicroseconds)} |"));
    }

    private static string Number(double value) => value < 0 ? "" : value.ToString("0", CultureInfo.InvariantCulture);
}
