using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Build.Output;

/// <summary>The one JSON document of <c>--output=json</c>: how the run ended, what was wrong, and what each service reported.</summary>
public static class MachineOutput
{
    private static readonly JsonSerializerSettings Form = new()
    {
        Formatting = Formatting.Indented,
        ContractResolver = new DefaultContractResolver { NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: true) },
        Converters = [new StringEnumConverter(new CamelCaseNamingStrategy())],
        Culture = System.Globalization.CultureInfo.InvariantCulture,
    };

    // What they show is text that Cake and the help write.
    private static readonly Option<bool>[] ShowText =
    [
        AutomationOptions.Tree, AutomationOptions.DryRun, AutomationOptions.Description, AutomationOptions.Version, AutomationOptions.Info,
        AutomationOptions.Help,
    ];

    /// <summary>The form that was asked for; text where nothing is run.</summary>
    public static OutputForm FormOf(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Array.Exists(ShowText, options.Get) ? OutputForm.Text : options.Get(AutomationOptions.Output);
    }

    /// <summary>The document.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="exitCode">With which the process ends.</param>
    public static string Render(BuildOptions options, Outcome outcome, int exitCode)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(outcome);
        return Render(options, outcome.Problems, outcome.Reports, exitCode);
    }

    /// <summary>The document of a command line that nothing could be run for.</summary>
    public static string Render(BuildOptions options, IReadOnlyList<Problem> problems) =>
        Render(options, problems, new Dictionary<string, object>(), (int)ExitCode.Usage);

    private static string Render(
        BuildOptions options, IReadOnlyList<Problem> problems, IReadOnlyDictionary<string, object> results, int exitCode) => JsonConvert.SerializeObject(
        new
        {
            version = 1,
            targets = options.Targets,
            exitCode,
            problems = problems.Select(problem => new { code = problem.Code.Id, what = problem.What, origin = problem.Origin, fix = problem.Fix }),
            results,
        },
        Form);
}
