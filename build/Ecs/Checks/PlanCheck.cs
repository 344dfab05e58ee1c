using Build.Processes;
using Build.Running;
using LoadTest.Configuration.Options;

namespace Build.Ecs.Checks;

/// <summary>Lets the program itself show what the run will do and cost, with the settings that the tasks will have; it refuses what costs too much.</summary>
public sealed class PlanCheck(LoadTestProgram program, ChildProcesses processes, BuildPaths paths)
{
    /// <summary>Shows the plan.</summary>
    /// <exception cref="StepFailedException">The program refuses it; the exception carries its exit code.</exception>
    internal async Task CheckAsync(RunOrder order, DeployedValues values)
    {
        await program.MakeFreshAsync();
        var folder = Directory.CreateTempSubdirectory("load-test-plan-").FullName;
        try
        {
            values.WriteTo(folder);
            var command = program.Start(["plan", .. order.Command.Skip(1).Select(WithWholePath)]) with { Folder = folder, Variables = Only(values.Environment) };
            var code = await processes.RunAsync(command);
            if (code != 0) throw new StepFailedException(code, $"The run was not begun: its plan ended with exit code {ExitCodeText.Of(code)}.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The program is started in another folder. A run that has no such path is named by its id, and lies among the runs.
    private string WithWholePath(string argument)
    {
        var start = $"--{ThresholdOptions.Baseline.Flag}=";
        if (!argument.StartsWith(start, StringComparison.Ordinal)) return argument;
        var path = Path.GetFullPath(argument[start.Length..], paths.Root);
        return start + (Path.Exists(path) ? path : Path.GetFullPath(argument[start.Length..], paths.Runs));
    }

    // What this machine's variables say reaches no task, and so must not reach the plan.
    private static Dictionary<string, string?> Only(string environment)
    {
        var variables = KnownOptions.All.SelectMany(option => option.EnvironmentVariables.Concat(option.Aliases)).Distinct().ToDictionary(name => name, _ => (string?)null);
        variables[ApplicationOptions.Environment.EnvironmentVariable] = environment;
        return variables;
    }
}
