namespace LoadTest.Configuration.Problems;

/// <summary>Problems as plain text, the same in every culture, with line feeds on every system.</summary>
public static class ProblemText
{
    /// <summary>One problem on up to three lines, without a line end.</summary>
    public static string Render(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var origin = problem.Origin is null ? "" : $"\n  from: {problem.Origin}";
        return $"{problem.Code.Id} {problem.What}{origin}\n  fix: {problem.Fix}";
    }

    /// <summary>All problems, one after another, without a line end.</summary>
    public static string Render(IEnumerable<Problem> problems) => string.Join('\n', problems.Select(Render));
}
