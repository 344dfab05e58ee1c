namespace EndToEnd.Aws;

/// <summary>The account and the region of the sandbox, and the names that follow from them.</summary>
internal static class Names
{
    /// <summary>The account that LocalDynamo gives its tables.</summary>
    public const string Account = "000000000000";

    public const string Region = "us-east-1";

    /// <summary>The name of the image registry.</summary>
    public const string Registry = $"{Account}.dkr.ecr.{Region}.amazonaws.com";

    /// <summary>What the certificate of the sandbox's AWS is for: every service of the region by its own name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        $"*.{Region}.amazonaws.com", $"s3.{Region}.amazonaws.com", $"*.s3.{Region}.amazonaws.com", $"api.ecr.{Region}.amazonaws.com",
        $"*.ddb.{Region}.amazonaws.com", $"*.dkr.ecr.{Region}.amazonaws.com", "*.s3.amazonaws.com", "*.amazonaws.com",
    ];
}
