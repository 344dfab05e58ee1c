namespace LoadTest.Configuration.Problems;

/// <summary>Ends what cannot go on because of something that the user can put right.</summary>
public sealed class ProblemException : Exception
{
    /// <param name="problems">What is wrong; at least one.</param>
    public ProblemException(params Problem[] problems)
        : base(ProblemText.Render(problems)) => Problems = [.. problems];

    /// <param name="problem">What is wrong.</param>
    /// <param name="cause">What the system said; shown at diagnostic verbosity only.</param>
    public ProblemException(Problem problem, Exception cause)
        : base(ProblemText.Render(problem), cause) => Problems = [problem];

    /// <summary>Every problem, in the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The worst exit code of all.</summary>
    public ExitCode ExitCode => Problems.Count == 0 ? ExitCode.Failed : ExitCodes.Worst(Problems.Select(problem => problem.Code.ExitCode));
}
