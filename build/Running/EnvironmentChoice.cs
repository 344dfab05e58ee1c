using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Running;

/// <summary>Which environment a run is for: the flag, else ENVIRONMENT, else parameters.json, else the default.</summary>
public sealed class EnvironmentChoice(DeploymentSettings deployment)
{
    /// <summary>Goes on only in the local environment.</summary>
    /// <exception cref="ProblemException">Another environment is meant.</exception>
    public void RequireLocal()
    {
        // Problems with other settings are left to the load test: it reads them with every option at hand, and reports all at once.
        var settings = deployment.Result.Settings;
        if (settings.IsLocal) return;
        throw new ProblemException(new Problem(
            ErrorCodes.NotInThisVersion, $"runs as tasks in AWS are not in this version (the environment is '{settings.Environment}')",
            settings.Origin(ApplicationOptions.Environment), "run locally with --environment=local, or run the published program against AWS from here: artifacts/publish/RID/dynamodb-load-test run"));
    }
}
