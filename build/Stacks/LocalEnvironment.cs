using Build.Options;
using Build.Output;

namespace Build.Stacks;

/// <summary>The environment that has no stacks.</summary>
internal static class LocalEnvironment
{
    /// <summary>Whether it is the one that is meant; then a line says that there is nothing to do.</summary>
    /// <param name="settings">Name the environment.</param>
    /// <param name="screen">For the line.</param>
    /// <param name="verb">What would be done, as in "nothing to deploy".</param>
    public static bool IsMeant(DeploymentSettings settings, Screen screen, string verb)
    {
        if (!settings.Settings.IsLocal) return false;
        screen.Line($"nothing to {verb}: the local environment has no stacks; another one is chosen with --environment=NAME");
        return true;
    }
}
