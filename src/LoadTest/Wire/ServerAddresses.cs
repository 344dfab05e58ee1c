using System.Net;
using System.Net.Sockets;

namespace LoadTest.Wire;

/// <summary>
/// The server's addresses, in turn: connections are spread over all that the name has. DynamoDB's name has hundreds, of which an answer
/// gives a few, so the name is asked for again whenever a connection is made and the last answer is older than a TTL. Safe for all threads.
/// </summary>
/// <param name="endpoint">The server's name or address, and its port.</param>
/// <param name="resolve">Asks for a name's addresses.</param>
/// <param name="time">The clock.</param>
public sealed class ServerAddresses(Uri endpoint, Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeProvider time) : IDisposable
{
    /// <summary>How long an answer is used: DynamoDB's own TTL, rounded up.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _resolving = new(1);
    private Answer? _answer;
    private int _turn = -1;

    /// <summary>The next address to connect to.</summary>
    /// <exception cref="SocketException">The name has no address, and never had one.</exception>
    public async ValueTask<IPEndPoint> NextAsync(CancellationToken stop)
    {
        var answer = Volatile.Read(ref _answer);
        if (answer is null || time.GetElapsedTime(answer.At) > Lifetime) answer = await ResolveAsync(stop);
        var turn = (uint)Interlocked.Increment(ref _turn);
        return new IPEndPoint(answer.Addresses[turn % answer.Addresses.Length], endpoint.Port);
    }

    /// <summary>
    /// Passes over an address that could not be connected to until the name is asked for again, as a name may have an address of IPv6 that
    /// nobody listens on, or a server that is gone.
    /// </summary>
    /// <returns>Whether another address is left to try; the last one is never passed over.</returns>
    public bool PassOver(IPEndPoint failed)
    {
        while (true)
        {
            var answer = Volatile.Read(ref _answer);
            if (answer is null) return false;
            IPAddress[] left = [.. answer.Addresses.Where(address => !address.Equals(failed.Address))];
            if (left.Length == 0) return false;
            if (left.Length == answer.Addresses.Length) return true;
            if (ReferenceEquals(Interlocked.CompareExchange(ref _answer, answer with { Addresses = left }, answer), answer)) return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _resolving.Dispose();

    private async Task<Answer> ResolveAsync(CancellationToken stop)
    {
        await _resolving.WaitAsync(stop);
        try
        {
            var last = Volatile.Read(ref _answer);
            if (last is not null && time.GetElapsedTime(last.At) <= Lifetime) return last;
            var next = await AskAsync(last, stop);
            Volatile.Write(ref _answer, next);
            return next;
        }
        finally
        {
            _resolving.Release();
        }
    }

    // A resolver that fails for a moment must not stop a load that knows where to go.
    private async Task<Answer> AskAsync(Answer? last, CancellationToken stop)
    {
        try
        {
            IPAddress[] addresses = IPAddress.TryParse(endpoint.DnsSafeHost, out var literal) ? [literal] : await resolve(endpoint.DnsSafeHost, stop);
            if (addresses.Length > 0) return new Answer(addresses, time.GetTimestamp());
            return last ?? throw new SocketException((int)SocketError.NoData);
        }
        catch (SocketException) when (last is not null)
        {
            return last with { At = time.GetTimestamp() };
        }
    }

    private sealed record Answer(IPAddress[] Addresses, long At);
}
