namespace LoadTest.Wire;

/// <summary>
/// Lets the thread that learns of an answer go on with it at once, in place of handing it to another thread: that halves what a request
/// costs the wire client. The runtime reads this from the environment when the first socket is made, and no later.
/// </summary>
internal static class SocketTuning
{
    /// <summary>What the runtime reads; whoever sets it has the last word.</summary>
    public const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Sets it for runs with the wire client. The flags and the variable are looked at by hand, as reading the settings may use a socket.</summary>
    public static void Apply(string[] args)
    {
        var isRun = args.Length > 0 && args[0] == "run";
        var isSdk = args.Contains("--client=sdk", StringComparer.OrdinalIgnoreCase)
            || args.Zip(args.Skip(1)).Any(pair => pair is { First: "--client", Second: "sdk" })
            || string.Equals(Environment.GetEnvironmentVariable("LOAD_CLIENT"), "sdk", StringComparison.OrdinalIgnoreCase);
        if (isRun && !isSdk && Environment.GetEnvironmentVariable(InlineCompletions) is null) Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }
}
