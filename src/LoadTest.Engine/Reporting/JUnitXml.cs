using System.Globalization;
using System.Text;
using System.Xml;

namespace LoadTest.Engine.Reporting;

/// <summary>
/// Writes <c>junit.xml</c>, which every CI system reads: a test case a threshold, one for verification, and one for whether the run was done as
/// planned.
/// </summary>
public static class JUnitXml
{
    private sealed record Case(string Name, string? Failure, string? Skipped, string Output);

    /// <summary>Writes the file as UTF-8 XML.</summary>
    public static void Write(RunSummary summary, Stream stream)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using var xml = XmlWriter.Create(stream, settings);
        Case[] cases = [RunCase(summary), VerificationCase(summary.Verification), .. summary.Thresholds.Select(ThresholdCase)];
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "dynamodb-load-test");
        xml.WriteAttributeString("id", summary.RunId);
        xml.WriteAttributeString("tests", Number(cases.Length));
        xml.WriteAttributeString("failures", Number(cases.Count(test => test.Failure is not null)));
        xml.WriteAttributeString("skipped", Number(cases.Count(test => test.Skipped is not null)));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", summary.Result.Duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("timestamp", summary.StartedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        foreach (var test in cases) Write(xml, test);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Case test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", "load-test");
        xml.WriteAttributeString("name", test.Name);
        xml.WriteAttributeString("time", "0");
        WriteMessage("failure", test.Failure);
        WriteMessage("skipped", test.Skipped);
        xml.WriteElementString("system-out", test.Output);
        xml.WriteEndElement();

        void WriteMessage(string element, string? message)
        {
            if (message is null) return;
            xml.WriteStartElement(element);
            xml.WriteAttributeString("message", message);
            xml.WriteEndElement();
        }
    }

    // Broken thresholds have test cases of their own, and do not fail this one.
    private static Case RunCase(RunSummary summary) => new(
        "run",
        summary.Outcome switch { RunOutcome.Failed => "the run failed", RunOutcome.Aborted => "the run was stopped", _ => null }, null,
        string.Join('\n', [summary.Load, .. summary.Warnings]));

    private static Case VerificationCase(VerificationResult verification) => new(
        "verification",
        verification.Holds ? null : Text($"{verification.Lost:N0} acknowledged writes are lost, and {verification.Phantom:N0} items are there that should not be"),
        verification.Reason,
        Text($"{verification.Found:N0} of {verification.Expected:N0} acknowledged writes found"));

    private static Case ThresholdCase(Thresholds.ThresholdVerdict verdict) => new(
        verdict.Threshold.Text,
        verdict.Holds ? null : verdict.Reason ?? $"{verdict.ValueText}, and the limit is {verdict.LimitText}", null,
        $"{verdict.ValueText} (limit {verdict.LimitText})");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
