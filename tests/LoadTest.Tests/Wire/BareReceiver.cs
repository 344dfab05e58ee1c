using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Tests.Wire;

/// <summary>
/// The least that a client can be: one thread with a blocking socket, that asks a <see cref="TimedServer"/> now and then. How long after the
/// server's send it has the answer is the machine's own doing, and what no client can do better.
/// </summary>
internal sealed class BareReceiver : IDisposable
{
    /// <summary>The numbers of its requests begin here, far above those of a load.</summary>
    public const long FirstOrdinal = 900_000_000_000;

    private const long Pause = 10_000_000;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly LatencyRecorder _receipts = new();
    private readonly TimedServer _server;
    private readonly RunClock _clock;
    private readonly Thread _thread;
    private volatile bool _ends;

    public BareReceiver(TimedServer server, RunClock clock)
    {
        (_server, _clock) = (server, clock);
        _socket.Connect(IPAddress.Loopback, server.Endpoint.Port);
        _thread = new Thread(Ask) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>How long 99 of 100 answers took from the server's send to their receipt at the most, in milliseconds.</summary>
    public double End()
    {
        _ends = true;
        _thread.Join();
        return _receipts.TakeInterval().GetValueAtPercentile(99) / 1000.0;
    }

    public void Dispose()
    {
        _ends = true;
        _thread.Join();
        _socket.Dispose();
    }

    private void Ask()
    {
        var answer = new byte[1024];
        for (var ordinal = FirstOrdinal; !_ends; ordinal++)
        {
            _socket.Send(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nContent-Length: 18\r\n\r\n\"run#{ordinal:D12}\""));
            if (_socket.Receive(answer) == 0) return;
            _receipts.Record(_clock.Now - _server.Left[ordinal]);
            PreciseSleep.For(Pause);
        }
    }
}
