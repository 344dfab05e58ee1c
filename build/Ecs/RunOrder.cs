using System.Globalization;
using System.Security.Cryptography;
using Build.Options;
using Build.Templates.Wiring;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;

namespace Build.Ecs;

/// <summary>What was asked for: one run in ECS.</summary>
/// <param name="RunId">Names the run everywhere: tasks, bucket, folder.</param>
/// <param name="Tasks">How many tasks share the load.</param>
/// <param name="Flags">The flags for the program, as they were typed.</param>
public sealed record RunOrder(string RunId, int Tasks, IReadOnlyList<string> Flags)
{
    /// <summary>Whether spare machines are taken, which are cheaper and can be taken away.</summary>
    public bool IsSpot { get; init; }

    /// <summary>Whether all tasks stop when one ends badly.</summary>
    public bool FailsFast { get; init; }

    /// <summary>Whether the run is left alone once it has begun.</summary>
    public bool IsDetached { get; init; }

    /// <summary>The command of the container: nothing in SSM is ever changed for a run.</summary>
    public IReadOnlyList<string> Command =>
        ["run", $"--{ResultsOptions.RunId.Flag}={RunId}", string.Create(CultureInfo.InvariantCulture, $"--{EcsOptions.Tasks.Flag}={Tasks}"), .. Flags];

    /// <summary>The order of a command line.</summary>
    /// <param name="options">What was typed.</param>
    /// <param name="settings">The settings of the environment, for what was not typed.</param>
    /// <param name="now">For the id of a run that has none.</param>
    public static RunOrder Of(BuildOptions options, Settings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(settings);
        var id = settings.TryGet(ResultsOptions.RunId, out var given) ? given : NewId(now);
        return new RunOrder(id, settings.Get(EcsOptions.Tasks), FlagsOf(options))
        {
            IsSpot = options.Get(AutomationOptions.Spot),
            FailsFast = options.Get(AutomationOptions.FailFast),
            IsDetached = options.Get(AutomationOptions.Detach),
        };
    }

    private static List<string> FlagsOf(BuildOptions options) =>
        [.. options.Given.Where(given => given.Option.Scope.HasFlag(OptionScope.Program) && DeployedSettings.IsOfTheLoad(given.Option)).Select(given => given.ToString())];

    // Sorts by time, as those of local runs do.
    private static string NewId(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2))}");
}
