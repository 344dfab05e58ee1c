using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadTest.Engine.Execution;
using Sink;

namespace LoadTest.Tests.Wire;

/// <summary>
/// A server that answers each write a fixed time after it came, from one thread of its own, and writes down when each answer left. It can
/// stall once, and then answers nothing for a while; or serve one request after another, and then is as slow as that.
/// </summary>
internal sealed class TimedServer : IAsyncDisposable
{
    /// <summary>How long an answer takes.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);

    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(RawServer.Http(RawServer.PutAnswer));
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly BlockingCollection<Due> _due = [];
    private readonly ConcurrentDictionary<long, long> _left = new();
    private readonly ConcurrentBag<Socket> _accepted = [];
    private readonly Thread _answering;
    private readonly Task _accepting;
    private readonly RunClock _clock;
    private readonly bool _isSerial;
    private readonly long _stallsAt;
    private readonly long _stall;
    private long _lastDue;

    /// <param name="clock">The clock of the log.</param>
    /// <param name="stallsAt">The number of the write that begins the stall; none by default.</param>
    /// <param name="stall">How long nothing is answered then.</param>
    /// <param name="isSerial">Whether a request waits for the one before it.</param>
    public TimedServer(RunClock clock, long stallsAt = -1, TimeSpan stall = default, bool isSerial = false)
    {
        (_clock, _stallsAt, _stall, _isSerial) = (clock, stallsAt, RunClock.Nanoseconds(stall), isSerial);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1024);
        _accepting = Task.Run(AcceptAsync);
        _answering = new Thread(AnswerAll) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _answering.Start();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}");

    /// <summary>When each answer left, by the number of the write, in nanoseconds of the clock.</summary>
    public IReadOnlyDictionary<long, long> Left => _left;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var socket in _accepted) socket.Dispose();
        await _accepting;
        _due.CompleteAdding();
        _answering.Join();
        _due.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                _accepted.Add(socket);
                serving.Add(TakeRequestsAsync(socket));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task TakeRequestsAsync(Socket socket)
    {
        var request = new RequestReader(room: 4096);
        try
        {
            while (await socket.ReceiveAsync(request.Free, SocketFlags.None) is > 0 and var read)
            {
                if (request.Advance(read)) _due.Add(new Due(socket, OrdinalOf(request.Request), _clock.Now + RunClock.Nanoseconds(Delay)));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The client or the test ended it.
        }
    }

    // All take the same time, so what came first is due first.
    private void AnswerAll()
    {
        PreciseSleep.PrepareThread();
        foreach (var next in _due.GetConsumingEnumerable())
        {
            var due = _isSerial ? Math.Max(next.At, _lastDue + RunClock.Nanoseconds(Delay)) : Math.Max(next.At, _lastDue);
            if (next.Ordinal == _stallsAt) due += _stall;
            _lastDue = due;
            PreciseSleep.For(due - _clock.Now);
            if (next.Ordinal >= 0) _left[next.Ordinal] = _clock.Now;
            TrySend(next.Socket);
        }
    }

    private static void TrySend(Socket socket)
    {
        try
        {
            socket.Send(Answer);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The client is gone.
        }
    }

    // The number in the item's key; -1 in a request that has none.
    private static long OrdinalOf(ReadOnlySpan<byte> request)
    {
        var key = request.IndexOf("\"run#"u8);
        return key >= 0 && Utf8Parser.TryParse(request[(key + 5)..], out long ordinal, out _) ? ordinal : -1;
    }

    private readonly record struct Due(Socket Socket, long Ordinal, long At);
}
