using System.Text;

namespace StandIns.Logs;

/// <summary>
/// What the awslogs driver does with a container's output: each line is an event, a line of more than 16 KiB is several, cut by bytes, which all
/// carry the time of the first, and the two outputs share a stream.
/// </summary>
/// <param name="store">Where the events go.</param>
/// <param name="group">The log group.</param>
/// <param name="stream">The task's stream.</param>
public sealed class LogDriver(LogStore store, string group, string stream)
{
    /// <summary>The most bytes of a line that fit into one event.</summary>
    public const int LongestEvent = 16 * 1024;

    /// <summary>Reads until the output ends.</summary>
    public async Task CopyAsync(Stream output)
    {
        var line = new byte[LongestEvent];
        var length = 0;
        DateTimeOffset? begun = null;
        var buffer = new byte[64 * 1024];
        for (int read; (read = await output.ReadAsync(buffer)) > 0;)
        {
            foreach (var next in buffer.AsSpan(0, read))
            {
                if (next == '\n' || length == LongestEvent) Put(next == '\n');
                if (next != '\n') line[length++] = next;
            }
        }

        if (length > 0) Put(isEnd: true);

        void Put(bool isEnd)
        {
            begun ??= store.Now;
            store.Put(group, stream, Encoding.UTF8.GetString(line, 0, length), begun.Value);
            length = 0;
            if (isEnd) begun = null;
        }
    }
}
