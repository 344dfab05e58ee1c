using LoadTest.Configuration.Problems;

namespace Build.Output;

/// <summary>
/// How the run ended, beside what Cake knows: the host reports a failure with exit code 1 and its summary last. Set by services and read
/// by Program when the host has returned, on one thread.
/// </summary>
public sealed class Outcome
{
    private readonly Dictionary<string, object> _reports = [];

    /// <summary>The exit code that the failure asked for; null when nothing failed.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The line that is to be the very last one.</summary>
    public string? LastLine { get; private set; }

    /// <summary>What services found or did, by name, for <c>--output=json</c>.</summary>
    public IReadOnlyDictionary<string, object> Reports => _reports;

    /// <summary>Keeps the exit code of a failure, and its problems; the first one counts, as it ended the run.</summary>
    public void Fail(int exitCode, IReadOnlyList<Problem> problems)
    {
        if (ExitCode is not null) return;
        (ExitCode, Problems) = (exitCode, problems);
    }

    /// <summary>Keeps the line to end with.</summary>
    public void EndWith(string line) => LastLine = line;

    /// <summary>Keeps what a service found or did.</summary>
    /// <param name="name">Its name in the document, in camel case.</param>
    /// <param name="report">Written as JSON: public properties, in camel case.</param>
    public void Report(string name, object report) => _reports[name] = report;
}
