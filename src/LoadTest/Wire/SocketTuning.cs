using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace LoadTest.Wire;

/// <summary>
/// Lets the thread that learns of an answer go on with it at once, in place of handing it to another thread: that halves what a request
/// costs the wire client. It is done for this client's own sockets alone: the runtime's switch for the whole process
/// (DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS) would have the official client read its answers on these threads too, and it waits for the rest of
/// a long answer by blocking the thread, which then is the one that would have brought the rest.
/// </summary>
public static class SocketTuning
{
    /// <summary>How many threads learn of answers. The runtime reads it from the environment when the first socket is made, and no later.</summary>
    public const string ThreadCount = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    private static bool _isUnknown;

    /// <summary>
    /// As many threads as processors, since they do the work of the load; whoever sets the variable has the last word. To be called before anything uses a socket.
    /// </summary>
    public static void ServeOnAllProcessors()
    {
        if (Environment.GetEnvironmentVariable(ThreadCount) is null)
            Environment.SetEnvironmentVariable(ThreadCount, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// What awaits this socket goes on on the thread that learned of the answer; it must never block there. Nothing changes, but for the cost, where
    /// the runtime has no such thing, as on Windows.
    /// </summary>
    public static void CompleteInline(Socket socket)
    {
        if (_isUnknown) return;
        try
        {
            PreferInlineCompletions(socket.SafeHandle, true);
        }
        catch (MissingMethodException)
        {
            _isUnknown = true;
        }
    }

    // The runtime keeps this to itself, and uses it for the sockets of its own that never block.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_PreferInlineCompletions")]
    private static extern void PreferInlineCompletions(SafeSocketHandle handle, bool value);
}
