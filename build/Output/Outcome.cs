namespace Build.Output;

/// <summary>
/// How the run ended, beside what Cake knows: the host reports a failure with exit code 1 and its summary last. Set by services and read
/// by Program when the host has returned, on one thread.
/// </summary>
public sealed class Outcome
{
    /// <summary>The exit code that the failure asked for; null when nothing failed.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>The line that is to be the very last one.</summary>
    public string? LastLine { get; private set; }

    /// <summary>Keeps the exit code of a failure; the first one counts, as it ended the run.</summary>
    public void Fail(int exitCode) => ExitCode ??= exitCode;

    /// <summary>Keeps the line to end with.</summary>
    public void EndWith(string line) => LastLine = line;
}
