using LoadTest.Configuration.Options.Kinds;

namespace LoadTest.Configuration.Options;

/// <summary>What is kept of the tasks' output in AWS.</summary>
public static class LoggingOptions
{
    private const OptionScope Deployed = OptionScope.Automation | OptionScope.Template;

    // The only values that CloudWatch Logs takes (PutRetentionPolicy).
    public static readonly Option<int> LogRetentionDays = new(
        "LogRetentionDays", OptionGroup.Logging,
        Kind.WholeOf(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653),
        "How long logs are kept.")
    { Default = 7, Unit = "days", Scope = Deployed };

    public static readonly Option<string> KmsKeyArn = new(
        "KmsKeyArn", OptionGroup.Logging,
        Kind.Text("arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+", "the ARN of a KMS key", orEmpty: true),
        "A key of your own for logs and results; AWS's own keys when empty.")
    { Default = "", Scope = Deployed };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All => [LogRetentionDays, KmsKeyArn];
}
