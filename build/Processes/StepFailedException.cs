namespace Build.Processes;

/// <summary>A step of a target failed, and has said why on the terminal.</summary>
/// <param name="exitCode">The code with which the automation ends.</param>
/// <param name="message">Which step, in one sentence.</param>
public sealed class StepFailedException(int exitCode, string message) : Exception(message)
{
    /// <summary>The code with which the automation ends.</summary>
    public int ExitCode { get; } = exitCode;
}
