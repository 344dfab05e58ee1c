using LoadTest.Configuration.Problems;

namespace LoadTest.Workers;

/// <summary>What the tasks of a run are told when all of them are ready: the instant at which their load begins.</summary>
public static class CommonStart
{
    /// <summary>The file that says it.</summary>
    public const string FileName = "start.json";

    private const int Version = 1;

    /// <summary>Reads the instant.</summary>
    /// <param name="json">The start of the run.</param>
    /// <param name="runId">The run.</param>
    /// <exception cref="ProblemException">It is malformed, or of another run.</exception>
    public static DateTimeOffset Of(ReadOnlyMemory<byte> json, string runId) =>
        RunFile.Read(json, "start", Version, runId, root => root.GetProperty("start").GetDateTimeOffset());
}
