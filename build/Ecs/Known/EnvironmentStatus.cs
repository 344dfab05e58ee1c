using Build.Stacks.Overview;

namespace Build.Ecs.Known;

/// <summary>Shows what is deployed in an environment, and its last runs.</summary>
public sealed class EnvironmentStatus(StackOverview stacks, RunList runs)
{
    private const int LastRuns = 5;

    /// <summary>Shows it. Changes nothing.</summary>
    /// <exception cref="LoadTest.Configuration.Problems.ProblemException">A call was refused.</exception>
    public async Task ShowAsync(CancellationToken cancel)
    {
        await stacks.RunAsync(cancel);
        await runs.ShowLastAsync(LastRuns, cancel);
    }
}
