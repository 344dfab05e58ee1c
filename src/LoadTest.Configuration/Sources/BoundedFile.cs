using System.Text;

namespace LoadTest.Configuration.Sources;

/// <summary>Reads a file that should be small, and is what a file should be: a pipe or a device could be read for ever.</summary>
public static class BoundedFile
{
    private const int MostBytes = 1024 * 1024;

    // A pipe that nobody writes to holds up whoever opens it. There is no portable way to ask what it is before.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The file's text.</summary>
    /// <exception cref="InvalidDataException">It is no regular file, or far larger than any file of settings.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadText(string path)
    {
        var opening = Task.Run(() => File.OpenRead(path));
        if (Task.WaitAny([opening], Patience) < 0) throw new InvalidDataException("it is a pipe, and nobody writes to it");
        using var file = opening.GetAwaiter().GetResult();
        if (!file.CanSeek) throw new InvalidDataException("it is no regular file");
        var bytes = new byte[MostBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MostBytes) throw new InvalidDataException("it is larger than 1 MiB, which no file of settings is");
        using var text = new StreamReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
