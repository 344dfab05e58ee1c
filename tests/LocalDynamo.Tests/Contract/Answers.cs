using TestSupport;

namespace LocalDynamo.Tests.Contract;

/// <summary>
/// What a peer answers to the cases, kept in a file of this folder: a line with the case's name, and below it the answer. The test of the
/// peer writes the file where the environment variable LOADTEST_RECORD is "true", and compares with it otherwise.
/// </summary>
internal sealed class Answers(string file)
{
    /// <summary>Amazon's DynamoDB Local, on every case.</summary>
    public static readonly Answers OfDynamoDbLocal = new("answers.txt");

    /// <summary>Dynalite, on those cases in which LocalDynamo answers otherwise than DynamoDB Local.</summary>
    public static readonly Answers OfDynalite = new("answers-dynalite.txt");

    /// <summary>
    /// Transactions, which Dynalite has not: where DynamoDB Local's words are its own, or it stops short of what DynamoDB documents (a
    /// reason for each action; two units for each write of a kilobyte).
    /// </summary>
    public static readonly Answers OfDocumentation = new("answers-own.txt");

    private string Path => RepositoryRoot.Combine("tests", "LocalDynamo.Tests", "Contract", file);

    public static bool IsRecording => Environment.GetEnvironmentVariable("LOADTEST_RECORD") == "true";

    public Dictionary<string, string> Read()
    {
        var lines = File.ReadAllLines(Path);
        return Enumerable.Range(0, lines.Length / 2).ToDictionary(i => lines[2 * i], i => lines[(2 * i) + 1].Trim());
    }

    public void Write(IEnumerable<(string Name, string Answer)> answers) =>
        File.WriteAllLines(Path, answers.SelectMany(entry => new[] { entry.Name, "    " + OneLine(entry.Answer) }));

    /// <summary>An answer as the file keeps it.</summary>
    public static string OneLine(string answer) =>
        answer.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\u0001", "\\u0001",
            StringComparison.Ordinal).Trim();
}
