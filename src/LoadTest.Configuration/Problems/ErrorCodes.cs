namespace LoadTest.Configuration.Problems;

/// <summary>
/// The catalogue of every error and warning. Areas: LT01 usage and configuration, LT02 table, target and guards, LT03 credentials and
/// permissions, LT04 image, LT05 stacks, LT06 tasks in ECS, LT07 results and artifacts, LT08 local server, LT09 internal.
/// </summary>
public static partial class ErrorCodes
{
    public static readonly ErrorCode Internal = new(
        "LT0901", "Internal error", ExitCode.Failed,
        "The program met a state that it did not expect: the mistake is ours.",
        "Run again with --verbosity=diagnostic, and report what it prints.");

    public static readonly ErrorCode StepFailed = new(
        "LT0902", "Step failed", ExitCode.Failed,
        "A step of a target failed, or was stopped; in JSON this code stands for what the step itself has shown.",
        "See what the step says.");

    /// <summary>Every code, in the order of the ids.</summary>
    public static IReadOnlyList<ErrorCode> All => [.. Usage, .. Warnings, .. Target, .. Credentials, .. Image, .. Stacks, .. Tasks, .. Workers, .. Results, .. LocalServer, Internal, StepFailed];
}
