using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace LoadTest.Tests.Wire;

/// <summary>One connection, as a <see cref="RawServer"/> sees it.</summary>
internal sealed partial class Visitor(Socket socket, Stream stream, ConcurrentQueue<string> requests)
{
    private readonly byte[] _bytes = new byte[1 << 15];

    public Socket Socket => socket;

    public Stream Stream => stream;

    /// <summary>The request that was read last, head and body.</summary>
    public string LastRequest { get; private set; } = "";

    /// <summary>The number of the item that the last request is about; -1 where it names none.</summary>
    public long LastOrdinal => Ordinal().Match(LastRequest) is { Success: true } match
        ? long.Parse(match.Groups["ordinal"].Value, CultureInfo.InvariantCulture)
        : -1;

    /// <summary>Goes on over another stream, such as one with TLS.</summary>
    public Visitor Over(Stream other) => new(socket, other, requests);

    /// <summary>Reads a whole request; false when the client closed.</summary>
    public async Task<bool> ReadRequestAsync()
    {
        var count = 0;
        while (true)
        {
            var read = await stream.ReadAsync(_bytes.AsMemory(count));
            if (read == 0) return false;
            count += read;
            var text = Encoding.UTF8.GetString(_bytes, 0, count);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0 || count < end + 4 + LengthOf(text)) continue;
            requests.Enqueue(text);
            LastRequest = text;
            return true;
        }
    }

    public ValueTask SendAsync(string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Ends the connection with a reset, and not with a farewell.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private static int LengthOf(string request) =>
        Length().Match(request) is { Success: true } match ? int.Parse(match.Groups["length"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("run#(?<ordinal>[0-9]{12})", RegexOptions.NonBacktracking)]
    private static partial Regex Ordinal();

    [GeneratedRegex("content-length: (?<length>[0-9]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Length();
}
