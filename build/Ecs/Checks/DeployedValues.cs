using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Build.Aws;
using Build.Errors;
using Build.Options;
using Build.Templates.Wiring;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace Build.Ecs.Checks;

/// <summary>The settings that the tasks will find in SSM: they count in ECS, whatever local files say.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Parameters">The parameters by their last name: the six that stand alone, and <c>settings</c>.</param>
internal sealed record DeployedValues(string Environment, IReadOnlyDictionary<string, string> Parameters)
{
    private const string Rest = "settings";

    /// <summary>Reads them.</summary>
    /// <exception cref="ProblemException">AWS refuses it.</exception>
    public static async Task<DeployedValues> ReadAsync(IAmazonSimpleSystemsManagement ssm, DeployedLoadTest place, AwsSession? session, CancellationToken cancel)
    {
        var known = KnownOptions.SsmParameters.Select(option => option.Flag).Append(Rest).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, string>();
        var request = new GetParametersByPathRequest { Path = place.SsmPrefix };
        do
        {
            var page = await AwsFailures.ExplainAsync($"read the deployed settings below {place.SsmPrefix}", session, () => ssm.GetParametersByPathAsync(request, cancel));
            foreach (var parameter in page.Parameters ?? []) found[parameter.Name[(parameter.Name.LastIndexOf('/') + 1)..]] = parameter.Value;
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return new DeployedValues(place.Environment, found.Where(pair => known.Contains(pair.Key)).ToDictionary());
    }

    /// <summary>The settings of a task.</summary>
    /// <param name="flags">Those that it gets as its command.</param>
    public SettingsResult With(IEnumerable<GivenOption> flags) => SettingsReader.Read(new SettingsInput
    {
        Flags = [.. flags.Select(given => new FlagValue(given.Option.Flag, given.Value, given.Origin))],
        Environment = new Dictionary<string, string> { [ApplicationOptions.Environment.EnvironmentVariable] = Environment },
        Ssm = Parameters.ToDictionary(pair => "deployed/" + pair.Key, pair => pair.Value),
    });

    /// <summary>The settings of the load that local sources give otherwise; one line, or null.</summary>
    public string? DifferenceFrom(Settings local)
    {
        var deployed = With([]).Settings;
        var different = local.Table.All
            .Where(option => DeployedSettings.IsOfTheLoad(option) && option != ResultsOptions.ResultsBucket && local.IsGiven(option) && !local.Origin(option).StartsWith("--", StringComparison.Ordinal))
            .Where(option => Effective(local, option) != Effective(deployed, option) && local.Text(option) is not null)
            .Select(option => $"{option.Name} is {deployed.Text(option) ?? "not set"} and not {local.Text(option)} ({local.Origin(option)})")
            .ToList();
        return different.Count == 0 ? null : $"deployed settings count, and differ from local ones: {string.Join("; ", different)}";
    }

    // The deployed name has the environment in front, and a local one may lack it.
    private static string? Effective(Settings settings, Option option) => option == TableOptions.TableName ? settings.TableName : settings.Text(option);

    /// <summary>Writes them as files, so that the program in a folder of its own finds just them, in the same precedence.</summary>
    public void WriteTo(string folder)
    {
        var six = KnownOptions.SsmParameters.Where(option => Parameters.ContainsKey(option.Flag)).ToDictionary(option => option.Name, option => Parameters[option.Flag]);
        File.WriteAllText(Path.Combine(folder, "parameters.json"), Newtonsoft.Json.JsonConvert.SerializeObject(six));
        if (Parameters.TryGetValue(Rest, out var rest)) File.WriteAllText(Path.Combine(folder, $"parameters.{Environment}.json"), rest);
    }
}
