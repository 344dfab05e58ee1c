using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>What names a load test and its surroundings.</summary>
public static class ApplicationOptions
{
    public static readonly Option<string> Environment = new(
        "Environment", OptionGroup.Application,
        Kind.Text("[a-z][a-z0-9-]{0,19}", "a name of up to 20 small letters, digits and hyphens, such as local, dev or prod"),
        "The environment; local needs no AWS account, any other name is an environment in AWS.")
    {
        Default = "dev",
        Scope = OptionScope.Program | OptionScope.Automation | OptionScope.Template,
    };

    public static readonly Option<string> StackName = new(
        "StackName", OptionGroup.Application,
        Kind.Text("[A-Za-z][A-Za-z0-9-]{0,79}", "a name of up to 80 letters, digits and hyphens that starts with a letter"),
        "The start of every stack's name; the environment and the part follow.")
    {
        Default = "dynamodb-load-test",
        Scope = OptionScope.Automation,
    };

    public static readonly Option<string> ExpectedAccountId = new(
        "ExpectedAccountId", OptionGroup.Application, Kind.Text("[0-9]{12}", "an account id of 12 digits", orEmpty: true),
        "The only AWS account in which anything may be done; any account when empty.")
    {
        Default = "",
        Scope = OptionScope.Automation,
    };

    public static readonly Option<string> SSMParameterPrefix = new(
        "SSMParameterPrefix", OptionGroup.Application, Kind.Text("(/[A-Za-z0-9_.-]+)+", "a path such as /dynamodb-load-test"),
        "The path of the settings in the SSM parameter store.")
    {
        Default = "/dynamodb-load-test",
        Scope = OptionScope.Program | OptionScope.Automation | OptionScope.Template,
    };

    public static readonly Option<Verbosity> Verbosity = new(
        "Verbosity", OptionGroup.Application,
        Kind.Choice(
            ("quiet", Values.Verbosity.Quiet), ("normal", Values.Verbosity.Normal), ("diagnostic", Values.Verbosity.Diagnostic),
            ("minimal", Values.Verbosity.Quiet), ("verbose", Values.Verbosity.Diagnostic)),
        "How much is said; diagnostic shows where every setting came from, and stack traces.")
    {
        Default = Values.Verbosity.Normal,
    };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All => [Environment, StackName, ExpectedAccountId, SSMParameterPrefix, Verbosity];
}
