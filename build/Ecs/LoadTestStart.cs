using Build.Options;
using Build.Running;

namespace Build.Ecs;

/// <summary>Runs a load test where the environment says: on this machine, or as tasks in ECS.</summary>
public sealed class LoadTestStart(EnvironmentChoice environment, LocalRun local, EcsRun tasks)
{
    /// <summary>Runs it to its end.</summary>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">It could not begin.</exception>
    /// <exception cref="Processes.StepFailedException">It did not pass; the exception carries its exit code.</exception>
    public Task RunAsync(BuildOptions options) => environment.IsLocal ? local.RunLoadTestAsync(options) : tasks.ExecuteAsync(options);
}
