namespace LoadTest.Engine.Records;

/// <summary>A record that can be read.</summary>
/// <param name="Worker">The number of the worker that wrote it, from zero.</param>
/// <param name="Name">What messages call it: its path.</param>
/// <param name="Open">Opens it at its beginning.</param>
public sealed record RecordSource(int Worker, string Name, Func<Stream> Open)
{
    // Frames are read whole; a small buffer saves a call to the system for each frame's head.
    private const int BufferSize = 16 * 1024;

    /// <summary>A record on disk.</summary>
    public static RecordSource OfFile(string path, int worker = 0) =>
        new(worker, path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferSize, FileOptions.SequentialScan));
}
