using Build.Options;

namespace Build.Running;

/// <summary>Which environment a run is for: the flag, else ENVIRONMENT, else parameters.json, else the default.</summary>
public sealed class EnvironmentChoice(DeploymentSettings deployment)
{
    /// <summary>
    /// Whether it is the local one. Problems with other settings are left to those who act on them: the load test reads them with every option
    /// at hand, and reports all at once.
    /// </summary>
    public bool IsLocal => deployment.Result.Settings.IsLocal;
}
