using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EndToEnd.Sandbox;

/// <summary>
/// The network of another process. A socket belongs to the network of the thread that made it, for good; so stand-ins in this process can
/// listen inside the sandbox, and their other connections stay outside.
/// </summary>
/// <param name="process">A process inside.</param>
internal sealed class NetworkNamespace(int process)
{
    private const int CloneNewNet = 0x40000000;
    private const int Backlog = 512;

    /// <summary>A TCP socket that listens inside.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public Socket Listen(IPEndPoint endpoint) => Inside(() =>
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(endpoint);
        socket.Listen(Backlog);
        return socket;
    });

    /// <summary>A UDP socket that is bound inside.</summary>
    public Socket Datagrams(IPEndPoint endpoint) => Inside(() =>
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(endpoint);
        return socket;
    });

    // On a thread of its own, which ends: no other work may find itself in the other network.
    private Socket Inside(Func<Socket> create)
    {
        Socket? made = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Enter();
                made = create();
            }
            catch (Exception error) when (error is SocketException or Win32Exception or IOException)
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        return made ?? throw new InvalidOperationException("No socket could be made inside the sandbox.", failure);
    }

    private void Enter()
    {
        using var network = File.OpenHandle(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/ns/net"));
        if (SetNamespace(network, CloneNewNet) != 0) throw new Win32Exception();
    }

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNamespace(SafeFileHandle handle, int kind);
}
