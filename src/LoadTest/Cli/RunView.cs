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
        var canRedraw = AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
        return canRedraw && verbosity == Verbosity.Normal && !MetricsOutput.IsOn(settings) ? new TerminalView(AnsiConsole.Console) : new PlainView(Console.Out, Console.Error, verbosity == Verbosity.Quiet);
    }
}
