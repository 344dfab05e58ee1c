using Build.Options;

namespace Build.Aws;

/// <summary>Which of the steps that a target depends on are meant in this run.</summary>
public sealed class AwsSteps(DeploymentSettings deployment, BuildOptions options)
{
    /// <summary>Whether a step runs: in the local environment only where it was asked for by its own name. AWS is not asked.</summary>
    /// <param name="target">The step's target.</param>
    public bool AreMeant(string target) =>
        !deployment.Result.Settings.IsLocal || options.Targets.Contains(target, StringComparer.OrdinalIgnoreCase);
}
