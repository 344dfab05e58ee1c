namespace LoadTest.Configuration.Options;

/// <summary>Keys of older configurations that nothing reads any more: accepted with a warning, never an error.</summary>
public static class DeadKeys
{
    /// <summary>Keys of old parameter files.</summary>
    public static IReadOnlyList<string> InJson { get; } =
        ["TemplateS3Bucket", "TemplateS3KeyPrefix", "ContainerPort", "DesiredCount", "MinCapacity", "MaxCapacity"];

    /// <summary>Keys of old .env files; a star at the end stands for anything.</summary>
    public static IReadOnlyList<string> InEnvironmentFiles { get; } =
    [
        "SPRING_PROFILES_ACTIVE", "JAVA_OPTS", "AWS_ENDPOINT_URL_CONTAINER", "DESIRED_COUNT", "MAX_CAPACITY", "MIN_CAPACITY", "CONTAINER_PORT",
        "MAX_RETRY_ATTEMPTS", "BASE_DELAY_MS", "MAX_DELAY_MS", "ENABLE_*", "ENCRYPTION_*", "SPRING_*", "JAVA_*", "CIRCUIT_BREAKER_*",
        "LOGGING_LEVEL_*",
    ];

    /// <summary>Whether the key is one of them, in any source's spelling.</summary>
    public static bool Contains(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var plain = key.Replace('-', '_');
        return InJson.Any(dead => Same(dead, key) || Same(OptionNames.EnvironmentVariable(dead), plain))
            || InEnvironmentFiles.Any(dead => dead.EndsWith('*')
                ? plain.StartsWith(dead[..^1], StringComparison.OrdinalIgnoreCase)
                : Same(dead, plain));
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
