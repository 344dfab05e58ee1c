using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace Sink;

/// <summary>A connection whose reads are completed by the <see cref="Poller"/>, on its thread. One read at a time.</summary>
internal sealed class PolledStream : Stream, IValueTaskSource<int>
{
    private readonly Socket _socket;
    private ManualResetValueTaskSourceCore<int> _read;
    private Memory<byte> _room;
    private volatile bool _isWaiting;
    private volatile bool _isDisposed;

    public PolledStream(Socket socket)
    {
        _socket = socket;
        _socket.Blocking = false;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _read.Reset();
        _room = buffer;
        _isWaiting = true;
        return new ValueTask<int>(this, _read.Version);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var sent = _socket.Send(buffer, SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock)) throw new SocketException((int)error);
            buffer = buffer[Math.Max(0, sent)..];
        }
    }

    /// <summary>Completes the read that waits, if there is one and bytes have come.</summary>
    /// <returns>False when nothing will be read any more.</returns>
    public bool Poll()
    {
        if (!_isWaiting) return !_isDisposed;
        var count = _socket.Receive(_room.Span, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return true;
        _isWaiting = false;
        // A client that is gone has said all that it had to say.
        _read.SetResult(error == SocketError.Success ? count : 0);
        return error == SocketError.Success;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    int IValueTaskSource<int>.GetResult(short token) => _read.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _read.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _read.OnCompleted(continuation, state, token, flags);

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        if (disposing) _socket.Dispose();
        base.Dispose(disposing);
    }
}
