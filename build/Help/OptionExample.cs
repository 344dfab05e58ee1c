using Build.Options;
using LoadTest.Configuration.Options;

namespace Build.Help;

/// <summary>An example for each option, which shows something: not the default where another value can be made up.</summary>
public static class OptionExample
{
    private static readonly Dictionary<Option, string> Targets = new()
    {
        [AutomationOptions.Exclusive] = "RunLoadTest",
        [AutomationOptions.DryRun] = "Test",
        [AutomationOptions.Suite] = "Test",
        [AutomationOptions.RequireAll] = "Test",
        [AutomationOptions.Fix] = "Format",
        [AutomationOptions.Rid] = "Publish",
        [AutomationOptions.BaseImage] = "Build",
        [AutomationOptions.Configuration] = "Compile",
        [AutomationOptions.Spot] = "RunLoadTest",
        [AutomationOptions.FailFast] = "RunLoadTest",
        [AutomationOptions.Detach] = "RunLoadTest",
        [AutomationOptions.RunToTakeUp] = "Report",
        [LocalServerOptions.Port] = "LocalDynamo",
    };

    private static readonly Dictionary<Option, string> Values = new()
    {
        [AutomationOptions.Target] = "Test",
        [AutomationOptions.BaseImage] = "mcr.microsoft.com/dotnet/runtime-deps:10.0-azurelinux3.0-distroless",
        [ApplicationOptions.Environment] = "local",
        [ApplicationOptions.ExpectedAccountId] = "123456789012",
        [ApplicationOptions.Verbosity] = "diagnostic",
        [ConnectionOptions.Profile] = "my-profile",
        [ConnectionOptions.EndpointUrl] = "http://127.0.0.1:8000",
        [DataOptions.OperationMix] = "put=70,get=30",
        [DataOptions.DuplicatePercentage] = "15",
        [DataOptions.PreloadItems] = "100000",
        [LoadOptions.Rate] = "500",
        [LoadOptions.TotalItems] = "50000",
        [LoadOptions.WarmUp] = "10s",
        [LocalServerOptions.FaultSeed] = "7",
        [LocalServerOptions.FaultLatency] = "log-normal:5ms:0.5",
        [ResultsOptions.RunId] = "monday-1",
        [ThresholdOptions.Baseline] = "artifacts/runs/monday-1",
        [AutomationOptions.RunToTakeUp] = "monday-1",
        [EcsOptions.Tasks] = "25",
        [SafetyOptions.MaxDuration] = "2h",
        [SafetyOptions.Prices] = "prices.eu-central-1.json",
        [EcsOptions.ContainerImage] = "123456789012.dkr.ecr.us-east-1.amazonaws.com/dynamodb-load-test:0.1.0",
        [EcsOptions.ECSClusterName] = "load-tests",
        [EcsOptions.ECSTaskDefinition] = "dynamodb-load-test:3",
        [LoggingOptions.KmsKeyArn] = "arn:aws:kms:us-east-1:123456789012:key/0123abcd",
        [TableOptions.TableArn] = "arn:aws:dynamodb:us-east-1:123456789012:table/dev-dynamodb-load-test",
    };

    /// <summary>The option as one would type it, after the target that it belongs to.</summary>
    public static string Of(Option option)
    {
        ArgumentNullException.ThrowIfNull(option);
        var target = Targets.TryGetValue(option, out var name) ? $"--target={name} " : "";
        return option is Option<bool> { HasDefault: true, Default: false }
            ? $"{target}--{option.Flag}"
            : $"{target}--{option.Flag}={ValueOf(option)}";
    }

    /// <summary>A value that the option takes.</summary>
    public static string ValueOf(Option option)
    {
        ArgumentNullException.ThrowIfNull(option);
        if (Values.TryGetValue(option, out var value)) return value;
        var other = option.Shape.Choices?.FirstOrDefault(choice => choice != option.DefaultText);
        return other ?? SuchAs(option.Expected) ?? option.DefaultText ?? "";
    }

    // "a duration from 1ms to 720h, such as 500ms, 10s or 1h30m" gives 500ms.
    private static string? SuchAs(string expected)
    {
        const string Mark = "such as ";
        var at = expected.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : expected[(at + Mark.Length)..].Split([' ', ',']) is [var first, ..] ? first : null;
    }
}
