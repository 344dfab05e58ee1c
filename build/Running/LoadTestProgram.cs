using Build.DotNet;
using Build.Options;
using Build.Output;
using Build.Processes;

namespace Build.Running;

/// <summary>The load test as built on this machine.</summary>
public sealed class LoadTestProgram(BuildPaths paths, ChildProcesses processes, Screen screen, TimeProvider time)
{
    private readonly string _assembly = Path.Combine(paths.ProgramOutput, "dynamodb-load-test.dll");

    /// <summary>The command that starts it, in the repository's folder, where its settings are.</summary>
    public Command Start(IEnumerable<string> arguments) =>
        new(Command.DotNet, [_assembly, .. arguments], paths.Root);

    /// <summary>Builds the program where its sources changed. Of several processes one builds and the others wait.</summary>
    public async Task MakeFreshAsync()
    {
        var stamp = new SourceStamp(Path.Combine(paths.ProgramOutput, "sources.stamp"), _assembly, paths.ProgramSources);
        if (stamp.IsFresh) return;
        var file = Path.Combine(paths.Automation, "load-test.lock");
        using var held = await BuildLock.EnterAsync(file, time, () => screen.Line("waiting for another build of the load test"));
        if (stamp.IsFresh) return;
        screen.Line("building the load test, as its sources changed");
        stamp.Clear();
        var began = time.GetUtcNow();
        await processes.RunStepAsync(DotNetCommands.Build(paths, paths.Program, BuildConfiguration.Release), "The build of the load test");
        stamp.Set(began);
    }
}
