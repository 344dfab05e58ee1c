using LoadTest.Configuration.Options;
using LoadTest.Configuration.Options.Kinds;

namespace Build.Options;

/// <summary>The options that belong to the automation alone. Those of the load test are in the table that both programs share.</summary>
public static class AutomationOptions
{
    public static readonly Option<string> Target = new(
        "Target", OptionGroup.Automation, Kind.Text("[A-Za-z-]+", "the name of a target"), "The target to run; give it again for more than one.")
    {
        Default = "Default",
        Scope = OptionScope.Automation,
    };

    public static readonly Option<bool> Exclusive = Switch("Exclusive", "Runs the target without what it depends on.");

    public static readonly Option<bool> Tree = Switch("Tree", "Shows which target depends on which, and runs none.", "showtree");

    public static readonly Option<bool> DryRun = Switch("Dryrun", "Shows which targets would run, in order, and runs none.", "noop", "whatif");

    public static readonly Option<bool> Description = Switch(
        "Description", "Shows what each target does, and runs none.", "descriptions", "showdescription", "showdescriptions");

    public static readonly Option<bool> Help = Switch("Help", "Shows this text.");

    public static readonly Option<bool> Version = Switch("Version", "Shows the version.", "ver");

    public static readonly Option<bool> Info = Switch("Info", "Shows the version and more about Cake.");

    public static readonly Option<Suite> Suite = new(
        "Suite", OptionGroup.Automation, Kind.Choice(("all", Options.Suite.All), ("quick", Options.Suite.Quick)),
        "Which tests run: quick leaves out those that take more than about 2 s each.")
    {
        Default = Options.Suite.All,
        Scope = OptionScope.Automation,
    };

    public static readonly Option<bool> RequireAll = Switch("RequireAll", "Makes a test that is skipped a failure.");

    public static readonly Option<bool> Fix = Switch("Fix", "Lets Format change the files, instead of only naming what is wrong.");

    public static readonly Option<string> Rid = new(
        "Rid", OptionGroup.Automation, Kind.Text("[a-z]+(-[a-z0-9]+)+", "a runtime identifier such as linux-x64"),
        "The system that Publish builds for.")
    {
        WhenAbsent = "the system of this machine",
        Scope = OptionScope.Automation,
    };

    public static readonly Option<string> BaseImage = new(
        "BaseImage", OptionGroup.Automation, Kind.Text(@"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,511}", "an image with its digest or tag", orEmpty: true),
        "The image that Build puts the program on, instead of the one in the Dockerfile.")
    {
        Default = "",
        Scope = OptionScope.Automation,
    };

    public static readonly Option<BuildConfiguration> Configuration = new(
        "Configuration", OptionGroup.Automation,
        Kind.Choice(("Release", BuildConfiguration.Release), ("Debug", BuildConfiguration.Debug)),
        "How Compile and Test build.")
    {
        Default = BuildConfiguration.Release,
        Scope = OptionScope.Automation,
    };

    public static readonly Option<bool> Yes = Switch("Yes", "Answers every question with yes beforehand, such as whether something may be replaced or deleted.");

    public static readonly Option<OutputForm> Output = new(
        "Output", OptionGroup.Automation, Kind.Choice(("text", OutputForm.Text), ("json", OutputForm.Json)),
        "What the standard output holds: lines for people, or one JSON document; the lines then go to the error stream.")
    {
        Default = OutputForm.Text,
        Scope = OptionScope.Automation,
    };

    public static readonly Option<bool> DeleteData = Switch("DeleteData", "Lets Destroy delete images and results, with their repository and buckets.");

    public static readonly Option<bool> DeleteTable = Switch("DeleteTable", "Lets Destroy delete the table under test.");

    public static readonly Option<bool> Spot = Switch("Spot", "Lets RunLoadTest take spare machines in AWS: cheaper, and taken away at any time.");

    public static readonly Option<bool> FailFast = Switch("FailFast", "Lets RunLoadTest stop all tasks in AWS when one ends badly.");

    public static readonly Option<bool> Detach = Switch("Detach", "Lets RunLoadTest leave the tasks in AWS alone once their load begins.");

    public static readonly Option<string> RunToTakeUp = new(
        "Run", OptionGroup.Automation, Kind.Text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "the id of a run"),
        "The run in AWS that Logs, Report and Stop are about, which Runs lists; or the run that Compare compares with Baseline.")
    {
        WhenAbsent = "none",
        Scope = OptionScope.Automation,
    };

    /// <summary>Every option that the automation understands: its own, and those of the table that both programs share.</summary>
    public static OptionTable Table { get; } = new([.. Own, .. KnownOptions.All]);

    /// <summary>The automation's own options, in the order of the help.</summary>
    public static IReadOnlyList<Option> Own =>
    [
        Target, Exclusive, Tree, DryRun, Description, Help, Version, Info, Suite, RequireAll, Fix, Rid, BaseImage, Configuration, Yes, Output,
        DeleteData, DeleteTable, Spot, FailFast, Detach, RunToTakeUp,
    ];

    private static Option<bool> Switch(string name, string help, params string[] aliases) =>
        new(name, OptionGroup.Automation, Kind.Boolean(), help) { Aliases = aliases, Default = false, Scope = OptionScope.Automation };
}
