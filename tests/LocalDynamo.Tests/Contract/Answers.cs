using TestSupport;

namespace LocalDynamo.Tests.Contract;

/// <summary>
/// What Amazon's DynamoDB Local answers to every case, kept in Contract/answers.txt: a line with the case's name, and below it the answer. The
/// file is written by the test of DynamoDB Local where the environment variable LOADTEST_RECORD is "true", and compared with otherwise.
/// </summary>
internal static class Answers
{
    private static readonly string File = RepositoryRoot.Combine("tests", "LocalDynamo.Tests", "Contract", "answers.txt");

    public static bool IsRecording => Environment.GetEnvironmentVariable("LOADTEST_RECORD") == "true";

    public static Dictionary<string, string> Read()
    {
        var lines = System.IO.File.ReadAllLines(File);
        return Enumerable.Range(0, lines.Length / 2).ToDictionary(i => lines[2 * i], i => lines[(2 * i) + 1].Trim());
    }

    public static void Write(IEnumerable<(string Name, string Answer)> answers) =>
        System.IO.File.WriteAllLines(File, answers.SelectMany(entry => new[] { entry.Name, "    " + OneLine(entry.Answer) }));

    /// <summary>An answer as the file keeps it.</summary>
    public static string OneLine(string answer) =>
        answer.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\u0001", "\\u0001", StringComparison.Ordinal).Trim();
}
