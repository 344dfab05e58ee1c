using Build.Output;
using Cake.Core.IO;

namespace Build.Images;

/// <summary>What one call of docker writes. Two threads bring it: one of the output, one of the errors.</summary>
/// <param name="screen">Where it is shown at once; null shows nothing.</param>
internal sealed class DockerLines(Screen? screen)
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    /// <summary>Every line so far.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    /// <summary>Listens to a process that is about to start.</summary>
    public void Listen(ProcessSettings process)
    {
        process.RedirectStandardOutput = true;
        process.RedirectStandardError = true;
        process.RedirectedStandardOutputHandler = Add;
        process.RedirectedStandardErrorHandler = Add;
    }

    /// <summary>Waits for the last lines of a process that has ended.</summary>
    public static void Drain(IProcess process)
    {
        foreach (var _ in process.GetStandardOutput()) { }
        foreach (var _ in process.GetStandardError()) { }
    }

    // The end of a stream comes as null.
    private string? Add(string? line)
    {
        if (line is null) return null;
        lock (_lock)
        {
            _lines.Add(line);
            screen?.Line(line);
        }

        return line;
    }
}
