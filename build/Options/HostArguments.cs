using LoadTest.Configuration.Options;

namespace Build.Options;

/// <summary>The part of the command line that Cake's host understands, each in its long form.</summary>
public static class HostArguments
{
    private static readonly Option[] Switches =
    [
        AutomationOptions.Exclusive, AutomationOptions.Tree, AutomationOptions.DryRun, AutomationOptions.Description,
        AutomationOptions.Version, AutomationOptions.Info,
    ];

    /// <summary>The arguments for the host.</summary>
    public static IReadOnlyList<string> Of(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. options.Targets.Select(target => $"--target={target}"),
            .. Switches.OfType<Option<bool>>().Where(options.Get).Select(option => $"--{option.Flag}"),
            .. options.Given.Where(given => given.Option == ApplicationOptions.Verbosity).Select(given => given.ToString()),
        ];
    }
}
