using Amazon.Runtime.CredentialManagement;
using Build.Aws;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>Why there is no login: found on this machine, before AWS is asked anything.</summary>
internal static class LoginProblems
{
    private const string WithoutAccount = "to try the tool without an AWS account: ./build.sh --target=RunLoadTest --environment=local";

    public static ProblemException NoCredentials(Exception cause) => new(
        new Problem(
            ErrorCodes.MissingCredentials, "there are no AWS credentials: no profile is named and none is called default, and there are no access keys and no role of a container or instance",
            null, $"make a profile with: aws configure sso --profile NAME, and give it with --profile=NAME; {WithoutAccount}"),
        cause);

    public static ProblemException NoSuchProfile(string name, string origin, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var have = names.Count == 0 ? "there are no profiles at all" : $"there are: {string.Join(", ", names)}";
        return new ProblemException(new Problem(
            ErrorCodes.MissingCredentials, $"there is no AWS profile '{name}'; {have}", origin,
            NearestName.Of(name, names) is { } nearest ? $"did you mean --profile={nearest}?" : $"make it with: aws configure sso --profile {name}; {WithoutAccount}"));
    }

    public static ProblemException BrokenProfile(CredentialProfile profile, ICredentialProfileSource profiles, string origin, Exception cause)
    {
        var (what, command) = ProfileFlaw.Of(profile, profiles, cause);
        return new ProblemException(
            new Problem(ErrorCodes.BrokenProfile, $"profile {profile.Name} ({ProfileKind.Of(profile)}) cannot be used: {what}", origin, $"correct it with: {command}"), cause);
    }

    public static ProblemException BrokenFile(Exception cause) => new(
        new Problem(
            ErrorCodes.BrokenProfile, $"the files of AWS profiles cannot be read: {OneLine(cause.Message)}", null,
            "correct the file; whether it is right says: aws configure list-profiles"),
        cause);

    public static ProblemException NoRegion(string? profile) => new(new Problem(
        ErrorCodes.MissingRegion, profile is null ? "nothing names an AWS region" : $"nothing names an AWS region, and profile {profile} has none", null,
        profile is null ? "give one with --region=us-east-1" : $"give one with --region=us-east-1, or set it for good: aws configure set region us-east-1 --profile {profile}"));

    public static ProblemException NobodyTypesTheCode(string profile, string device) => new(new Problem(
        ErrorCodes.MfaCodeNeeded, $"profile {profile} needs a code of the MFA device {device}, and there is no terminal to type it on", null,
        $"run it on a terminal, or hand over temporary keys: eval \"$(aws configure export-credentials --format env --profile {profile})\""));

    /// <summary>What a message says, without its line ends.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
