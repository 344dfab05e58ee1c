using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Build.Tests.Frosting;

/// <summary>What one run of the host did: its exit code, what it wrote, and what the tasks noted.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Error, IReadOnlyList<string> Notes)
{
    /// <summary>Runs these task types, and no others, with these arguments.</summary>
    public static HostRun Of(Type[] tasks, string[] arguments, Action<CakeHost>? configure = null)
    {
        var console = new RecordingConsole();
        var ansi = new StringWriter();
        var notes = new Notes();
        var host = CakeHost.Create().ConfigureServices(services =>
        {
            services.AddSingleton<IConsole>(console);
            services.AddSingleton(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(ansi) }));
            services.AddSingleton(notes);
            foreach (var task in tasks) services.AddSingleton(typeof(IFrostingTask), task);
        });
        configure?.Invoke(host);
        var exitCode = host.Run(arguments);
        return new HostRun(exitCode, console.Output + ansi, console.Error, notes.Lines);
    }
}

/// <summary>Where the tasks of these tests say that they ran. One thread writes it: Cake runs tasks one after another.</summary>
internal sealed class Notes
{
    public List<string> Lines { get; } = [];
}
