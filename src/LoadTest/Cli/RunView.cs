using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Values;
using Spectre.Console;

namespace LoadTest.Cli;

/// <summary>Chooses how a run is shown.</summary>
internal static class RunView
{
    /// <summary>Live on a terminal that can redraw; plain lines in pipes, files and CI logs, and beside metric lines.</summary>
    public static IRunView For(Settings settings)
    {
        var verbosity = settings.Get(ApplicationOptions.Verbosity);
        var mayRedraw = !Console.IsOutputRedirected && verbosity == Verbosity.Normal && !MetricsOutput.IsOn(settings);
        return mayRedraw && CanRedraw() ? new TerminalView(AnsiConsole.Console) : new PlainView(Console.Out, Console.Error, verbosity == Verbosity.Quiet);
    }

    // Asked last: it looks at the terminal and at a dozen CI systems.
    private static bool CanRedraw() => AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true };
}
