using LoadTest.Configuration.Problems;

namespace LoadTest.Cli;

/// <summary>Problems and warnings on the error output, as plain text.</summary>
internal static class ErrorOutput
{
    /// <summary>Writes each of them, warnings marked as such.</summary>
    public static void Write(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) Console.Error.WriteLine((problem.Code.IsWarning ? "warning " : "error ") + ProblemText.Render(problem));
    }
}
