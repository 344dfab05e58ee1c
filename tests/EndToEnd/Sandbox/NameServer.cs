using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EndToEnd.Sandbox;

/// <summary>
/// The sandbox's name server: every name of AWS leads to the loopback, no other name exists. Docker takes any certificate from 127.0.0.0/8, so
/// the answer is ::1 alone, where it verifies.
/// </summary>
internal sealed class NameServer : IAsyncDisposable
{
    private const int Header = 12;
    private const ushort TypeAaaa = 28;
    private const ushort Answer = 0x8180;
    private const ushort NoSuchName = 0x8183;

    private readonly Socket _socket;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    /// <summary>Starts to answer.</summary>
    public NameServer(NetworkNamespace network)
    {
        _socket = network.Datagrams(new IPEndPoint(IPAddress.Loopback, 53));
        _serving = ServeAsync();
    }

    /// <summary>The answer to a query; null where it is none.</summary>
    public static byte[]? AnswerTo(ReadOnlySpan<byte> query)
    {
        if (query.Length < Header || BinaryPrimitives.ReadUInt16BigEndian(query[4..]) != 1) return null;
        var name = new StringBuilder();
        var end = Header;
        while (end < query.Length && query[end] != 0)
        {
            var length = query[end];
            if (end + 1 + length >= query.Length) return null;
            name.Append(Encoding.ASCII.GetString(query.Slice(end + 1, length))).Append('.');
            end += 1 + length;
        }

        end += 5; // the name's end, type and class
        if (end > query.Length) return null;
        var known = name.ToString().EndsWith(".amazonaws.com.", StringComparison.OrdinalIgnoreCase);
        return Write(query[..end], known, known && BinaryPrimitives.ReadUInt16BigEndian(query[(end - 4)..]) == TypeAaaa);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _socket.Dispose();
        _stopping.Dispose();
    }

    private static byte[] Write(ReadOnlySpan<byte> question, bool known, bool withAddress)
    {
        // A pointer to the name in the question, type AAAA, class IN, one second to live, sixteen bytes.
        ReadOnlySpan<byte> record = [0xC0, Header, 0, (byte)TypeAaaa, 0, 1, 0, 0, 0, 1, 0, 16, .. IPAddress.IPv6Loopback.GetAddressBytes()];
        byte[] answer = [.. question, .. withAddress ? record : []];
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(2), known ? Answer : NoSuchName);
        answer.AsSpan(6, 6).Clear();
        if (withAddress) answer[7] = 1;
        return answer;
    }

    private async Task ServeAsync()
    {
        var buffer = new byte[1500];
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _stopping.Token);
                if (AnswerTo(buffer.AsSpan(0, received.ReceivedBytes)) is { } answer) await _socket.SendToAsync(answer, received.RemoteEndPoint, _stopping.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The sandbox ends.
        }
    }
}
