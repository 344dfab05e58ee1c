using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>How AWS, or a server that stands in for it, is reached.</summary>
public static class ConnectionOptions
{
    private const string Visible = @"[\x21-\x7e]+";

    public static readonly Option<string> Region = new(
        "Region", OptionGroup.Connection, Kind.Text("[a-z]{2}(-[a-z]+)+-[0-9]+", "a region such as us-east-1"), "The AWS region.")
    { EnvironmentVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"], WhenAbsent = "the profile's" };

    public static readonly Option<string> Profile = new(
        "Profile", OptionGroup.Connection, Kind.Text(@"[^\u0000-\u001f]{1,128}", "the name of an AWS profile"),
        "The AWS profile; it beats access keys of the environment.")
    { EnvironmentVariables = ["AWS_PROFILE"], WhenAbsent = "the AWS SDK's own search" };

    public static readonly Option<Uri> EndpointUrl = new(
        "EndpointUrl", OptionGroup.Connection, Kind.Endpoint(), "The address of DynamoDB, or of a server that speaks its protocol.")
    {
        EnvironmentVariables = ["AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL"],
        WhenAbsent = "the region's; in the local environment a server of our own",
    };

    public static readonly Option<LoadClient> Client = new(
        "Client", OptionGroup.Connection, Kind.Choice(("wire", LoadClient.Wire), ("sdk", LoadClient.Sdk)),
        "What sends the load: wire is this program's own lean HTTP client, sdk the official AWS SDK, which costs many times the processor time.")
    { Default = LoadClient.Wire, EnvironmentVariables = ["LOAD_CLIENT"] };

    public static readonly Option<int> MaxRetries = new(
        "MaxRetries", OptionGroup.Connection, Kind.Whole(0, 100),
        "How often an operation that was throttled, or failed for the moment, is tried again, with a random and growing wait before; each try is counted.")
    { Default = 0, Unit = "retries" };

    public static readonly Option<int> MaxConnections = new(
        "MaxConnections", OptionGroup.Connection, Kind.Whole(1, 100_000),
        "Connections that the open model may hold, of all tasks together; each carries one operation at a time.")
    { Default = 256, Unit = "connections" };

    public static readonly Option<TimeSpan> RequestTimeout = new(
        "RequestTimeout", OptionGroup.Connection, Kind.Duration(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10)),
        "How long an answer may take before the attempt counts as failed.")
    { Default = TimeSpan.FromSeconds(5) };

    public static readonly Option<TimeSpan> ConnectTimeout = new(
        "ConnectTimeout", OptionGroup.Connection, Kind.Duration(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10)),
        "How long opening a connection may take.")
    { Default = TimeSpan.FromSeconds(3) };

    public static readonly Option<string> AccessKeyId = Key("AccessKeyId", "AWS_ACCESS_KEY_ID", "An access key, where no profile is used.");

    public static readonly Option<string> SecretAccessKey = Key("SecretAccessKey", "AWS_SECRET_ACCESS_KEY", "The access key's secret.");

    public static readonly Option<string> SessionToken = Key("SessionToken", "AWS_SESSION_TOKEN", "The token of temporary access keys.");

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All =>
        [Region, Profile, EndpointUrl, Client, MaxConnections, RequestTimeout, ConnectTimeout, MaxRetries, AccessKeyId, SecretAccessKey, SessionToken];

    private static Option<string> Key(string name, string variable, string help) =>
        new(name, OptionGroup.Connection, Kind.Text(Visible, "a key as AWS shows it, without blanks"), help)
        {
            EnvironmentVariables = [variable],
            Secret = true,
            Scope = OptionScope.None,
        };
}
