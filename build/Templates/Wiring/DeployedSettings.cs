using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Wiring;

/// <summary>The settings that a task finds in the SSM parameter <c>settings</c>: those of the program that a source gives.</summary>
public static class DeployedSettings
{
    /// <summary>The most that an SSM parameter of the standard tier holds, in characters.</summary>
    public const int LongestJson = 4096;

    // What is of the machine that deploys, of a single run, or comes to the task by its environment.
    private static readonly HashSet<OptionGroup> NotDeployed = [OptionGroup.LocalServer, OptionGroup.Automation];

    private static readonly HashSet<Option> OfTheCaller =
    [
        ApplicationOptions.Environment, ApplicationOptions.SSMParameterPrefix, ApplicationOptions.Verbosity, ConnectionOptions.Region,
        ConnectionOptions.Profile, ConnectionOptions.EndpointUrl, ResultsOptions.RunId, ResultsOptions.ArtifactsPath, EcsOptions.Tasks,
    ];

    /// <summary>One JSON object on one line, in the order of the option table; <c>{}</c> when nothing is given.</summary>
    public static string Json(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var json = new JObject();
        foreach (var option in settings.Table.All.Where(option => IsDeployed(option) && settings.IsGiven(option)))
            json[option.Name] = settings.Text(option);
        return json.ToString(Formatting.None);
    }

    /// <summary>Whether a setting says what the load is, and nothing of who asks for it: a flag of it is for the tasks.</summary>
    public static bool IsOfTheLoad(Option option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return option.Scope.HasFlag(OptionScope.Program) && !option.Secret && !NotDeployed.Contains(option.Group) && !OfTheCaller.Contains(option);
    }

    private static bool IsDeployed(Option option) => IsOfTheLoad(option) && !KnownOptions.SsmParameters.Contains(option);
}
