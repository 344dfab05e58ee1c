namespace LoadTest.Configuration.Problems;

/// <summary>Which of several exit codes speaks for all of them.</summary>
public static class ExitCodes
{
    // What must be put right first comes last: it hides less than what follows from it.
    private static readonly ExitCode[] FromBestToWorst =
    [
        ExitCode.Passed, ExitCode.ThresholdFailed, ExitCode.Failed, ExitCode.Interrupted, ExitCode.Terminated,
        ExitCode.GuardRefused, ExitCode.Credentials, ExitCode.Usage,
    ];

    /// <summary>The worst of the codes; <see cref="ExitCode.Passed"/> when there is none. A code that is not in the list counts as worst.</summary>
    public static ExitCode Worst(IEnumerable<ExitCode> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Aggregate(ExitCode.Passed, (worst, code) => Rank(code) > Rank(worst) ? code : worst);
    }

    private static int Rank(ExitCode code)
    {
        var rank = Array.IndexOf(FromBestToWorst, code);
        return rank < 0 ? int.MaxValue : rank;
    }
}
