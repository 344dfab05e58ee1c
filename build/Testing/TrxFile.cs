using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Build.Testing;

/// <summary>Reads the results that the test platform writes, one file a project.</summary>
internal static class TrxFile
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>What the project reported. A file that is missing, broken or empty is a failed project, and not an exception.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="project">The project, which names its file.</param>
    /// <param name="mayBeEmpty">Whether no test at all is fine: a filter can leave a project with none.</param>
    public static ProjectResult Read(string folder, string project, bool mayBeEmpty)
    {
        var path = Path.Combine(folder, project + ".trx");
        if (!File.Exists(path)) return mayBeEmpty ? Nothing(project, null) : Nothing(project, "reported nothing: it did not start, or crashed");
        try
        {
            return Read(XDocument.Load(path).Root!, project, mayBeEmpty);
        }
        catch (XmlException)
        {
            return Nothing(project, "crashed while it wrote its report");
        }
    }

    private static ProjectResult Read(XElement run, string project, bool mayBeEmpty)
    {
        var fixtures = run.Descendants(Trx + "UnitTest").ToDictionary(
            test => (string)test.Attribute("id")!,
            test => ((string?)test.Element(Trx + "TestMethod")?.Attribute("className") ?? project).Split('.')[^1],
            StringComparer.Ordinal);
        var results = run.Descendants(Trx + "UnitTestResult").ToLookup(result => (string?)result.Attribute("outcome"));
        var passed = results["Passed"].Count();
        var skipped = results["NotExecuted"].Select(result => new SkippedTest(Fixture(result), Reason(result))).ToList();
        var failed = results.Sum(group => group.Count()) - passed - skipped.Count;
        var summary = run.Element(Trx + "ResultSummary");
        var flaw = Crash(summary);
        if (flaw is null && !mayBeEmpty && passed + failed + skipped.Count == 0) flaw = "holds no test";
        return new ProjectResult(project, passed, failed, skipped, flaw);

        string Fixture(XElement result) => fixtures.GetValueOrDefault((string?)result.Attribute("testId") ?? "", project);
    }

    // A crash of the test process is an error of the run, not of a test: the tests that had passed are reported as if nothing were wrong.
    private static string? Crash(XElement? summary)
    {
        if (summary is null) return "wrote no summary: it crashed";
        var errors = summary.Descendants(Trx + "RunInfo")
            .Where(info => (string?)info.Attribute("outcome") is "Error" or "Failed" or "Aborted")
            .Select(info => info.Element(Trx + "Text")?.Value.Trim())
            .FirstOrDefault(text => !string.IsNullOrEmpty(text));
        if (errors is not null) return string.Create(CultureInfo.InvariantCulture, $"was aborted: {errors.Split('\n')[0].Trim()}");
        return (string?)summary.Attribute("outcome") is "Aborted" or "Error" ? "was aborted" : null;
    }

    private static string Reason(XElement result)
    {
        var message = result.Descendants(Trx + "Message").FirstOrDefault()?.Value.Trim();
        return string.IsNullOrEmpty(message) ? "no reason given" : message.ReplaceLineEndings(" ");
    }

    private static ProjectResult Nothing(string project, string? flaw) => new(project, 0, 0, [], flaw);
}
