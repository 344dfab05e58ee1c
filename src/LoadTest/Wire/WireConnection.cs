using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using LoadTest.Engine.Execution;
using LoadTest.Operations;
using LoadTest.Wire.Http;

namespace LoadTest.Wire;

/// <summary>
/// A lane's connection, made again when it is lost. One request at a time, from one thread at a time; only the deadline and the run's abort
/// come from other threads, and all they do is to close the socket, which ends what waits for it.
/// </summary>
internal sealed class WireConnection(WireOptions options, ServerAddresses addresses, DeadlineWatch watch) : IDisposable
{
    // What the deadline says when it is none: nothing is waited for, time was up, the run was aborted.
    private const long None = long.MaxValue;
    private const long Expired = -1;
    private const long AbortedByRun = -2;

    // A connection that rested for this long, in nanoseconds, is looked at before it is used: the server may have closed it.
    private const long RestBeforeLook = 500_000_000;

    private readonly RunClock _clock = watch.Clock;
    private Transport? _transport;
    private long _deadline = None;
    private long _lastUse;
    private bool _isAborted;

    /// <summary>The answer of the last exchange.</summary>
    public ResponseParser Response { get; } = new(options.Limits);

    /// <summary>Opens the connection, if it is not open.</summary>
    /// <returns><see cref="Category.Success"/>, or what went wrong.</returns>
    public ValueTask<int> EnsureOpenAsync(CancellationToken abort)
    {
        if (_transport is { } open)
        {
            if (_clock.Now - _lastUse < RestBeforeLook || IsAlive(open)) return ValueTask.FromResult(Category.Success);
            Close();
        }

        return OpenAsync(abort);
    }

    /// <summary>Sends a request and waits for the answer. The connection must be open.</summary>
    [AsyncMethodBuilder(typeof(SharedPoolMethodBuilder<>))]
    public async ValueTask<Exchange> ExchangeAsync(ReadOnlyMemory<byte> request)
    {
        var transport = _transport!;
        var parser = Response;
        parser.Reset();
        var deadline = _clock.Now + RunClock.Nanoseconds(options.RequestTimeout);
        if (Interlocked.CompareExchange(ref _deadline, deadline, None) == AbortedByRun) return Exchange.Aborted;
        Exchange end;
        try
        {
            await transport.SendAsync(request);
            var status = ParseStatus.Incomplete;
            while (status == ParseStatus.Incomplete)
            {
                var received = await transport.ReceiveAsync(parser.Free());
                if (received == 0) break;
                status = parser.Advance(received);
            }

            end = status switch
            {
                ParseStatus.Complete => Exchange.Complete,
                ParseStatus.Invalid => Exchange.Garbled,
                _ => Exchange.Lost,
            };
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException or InvalidOperationException or AuthenticationException)
        {
            end = Exchange.Lost;
        }

        _lastUse = _clock.Now;
        end = Judge(end, Interlocked.CompareExchange(ref _deadline, None, deadline));
        if (end != Exchange.Complete || !parser.LeavesConnectionUsable) Close();
        return end;
    }

    /// <summary>Ends the exchange under way if its time is up. Called by the watch.</summary>
    public void ExpireAt(long now)
    {
        var deadline = Volatile.Read(ref _deadline);
        if (deadline < 0 || deadline > now) return;
        // Read before the deadline is taken: afterwards the lane may open the next one at any time.
        var transport = Volatile.Read(ref _transport);
        if (Interlocked.CompareExchange(ref _deadline, Expired, deadline) == deadline) transport?.Dispose();
    }

    /// <summary>Ends what is under way, for good. Called from any thread.</summary>
    public void Abort()
    {
        _isAborted = true;
        Interlocked.Exchange(ref _deadline, AbortedByRun);
        _transport?.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watch.Remove(this);
        Close();
        Response.Reset();
    }

    // The deadline decides what an end means that it caused, even if the answer came in the same instant.
    private Exchange Judge(Exchange end, long deadline)
    {
        switch (deadline)
        {
            case AbortedByRun:
                return Exchange.Aborted;
            case Expired:
                Volatile.Write(ref _deadline, _isAborted ? AbortedByRun : None);
                return Response.HasBegun ? Exchange.NoLastByte : Exchange.NoFirstByte;
            default:
                return end;
        }
    }

    private async ValueTask<int> OpenAsync(CancellationToken abort)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(abort);
        var isSecuring = false;
        Socket? socket = null;
        try
        {
            limit.CancelAfter(options.ConnectTimeout);
            socket = await ConnectAsync(limit.Token);
            if (options.Endpoint.Scheme == Uri.UriSchemeHttps)
            {
                isSecuring = true;
                limit.CancelAfter(options.ConnectTimeout);
                _transport = await TlsTransport.SecureAsync(socket, options, limit.Token);
            }
            else _transport = new PlainTransport(socket);

            _lastUse = _clock.Now;
            return Category.Success;
        }
        catch (OperationCanceledException)
        {
            socket?.Dispose();
            if (abort.IsCancellationRequested) return Category.Cancelled;
            return isSecuring ? Category.TimeoutTls : Category.TimeoutConnect;
        }
        catch (Exception failure) when (failure is SocketException or IOException or AuthenticationException or ObjectDisposedException)
        {
            socket?.Dispose();
            return isSecuring ? Category.Tls : Category.Connect;
        }
    }

    private async ValueTask<Socket> ConnectAsync(CancellationToken stop)
    {
        while (true)
        {
            var address = await addresses.NextAsync(stop);
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            SocketTuning.CompleteInline(socket);
            try
            {
                await socket.ConnectAsync(address, stop);
                return socket;
            }
            catch (Exception failure)
            {
                socket.Dispose();
                // An address that lets everybody wait is passed over by the next one who connects; this one's time is up.
                if (!addresses.PassOver(address) || failure is not SocketException) throw;
            }
        }
    }

    private static bool IsAlive(Transport transport)
    {
        try
        {
            return transport.IsAlive;
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private void Close()
    {
        _transport?.Dispose();
        _transport = null;
    }
}
