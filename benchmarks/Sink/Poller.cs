using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Sink;

/// <summary>
/// Looks at all connections in turn, for ever, and never sleeps: to wake a processor of a virtual machine costs whoever does it as much as an
/// operation, and a client of a server elsewhere does not pay that.
/// </summary>
internal sealed class Poller
{
    private readonly ConcurrentQueue<PolledStream> _new = new();

    public Poller() => new Thread(Poll) { IsBackground = true, Name = "poller" }.Start();

    public Stream Open(Socket socket)
    {
        var connection = new PolledStream(socket);
        _new.Enqueue(connection);
        return connection;
    }

    private void Poll()
    {
        var connections = new List<PolledStream>();
        while (true)
        {
            while (_new.TryDequeue(out var connection)) connections.Add(connection);
            connections.RemoveAll(connection => !connection.Poll());
        }
    }
}
