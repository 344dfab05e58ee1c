using System.Net.Sockets;

namespace LoadTest.Wire;

/// <summary>A bare TCP connection.</summary>
internal sealed class PlainTransport(Socket socket) : Transport
{
    // Nothing is to come before a request is sent: whatever can be read is the end, or nothing that was asked for.
    public override bool IsAlive => !socket.Poll(0, SelectMode.SelectRead);

    // Nearly always the kernel takes all at once, and nothing is waited for.
    public override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
    }

    public override ValueTask<int> ReceiveAsync(Memory<byte> bytes) => socket.ReceiveAsync(bytes, SocketFlags.None);

    public override void Dispose() => socket.Dispose();
}
