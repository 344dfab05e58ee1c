using System.Globalization;

namespace LocalDynamo;

/// <summary>Another program listens on the port that was asked for.</summary>
public sealed class PortInUseException(int port, Exception inner) : Exception(
    string.Create(CultureInfo.InvariantCulture, $"Port {port} on 127.0.0.1 is in use by another program. Port 0 picks a free one."), inner)
{
    /// <summary>The port.</summary>
    public int Port => port;
}
