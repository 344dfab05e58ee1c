namespace LoadTest.Wire;

/// <summary>Carries bytes over one connection. One send and one receive at a time; disposing it, from any thread, ends both.</summary>
internal abstract class Transport : IDisposable
{
    /// <summary>Whether the server has not closed the connection, as far as can be told without sending.</summary>
    public abstract bool IsAlive { get; }

    /// <summary>Sends all bytes.</summary>
    public abstract ValueTask SendAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Receives what there is, and waits where there is nothing; zero when the server sends no more.</summary>
    public abstract ValueTask<int> ReceiveAsync(Memory<byte> bytes);

    /// <inheritdoc/>
    public abstract void Dispose();
}
