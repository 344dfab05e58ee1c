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
            ErrorCodes.MissingCredentials, "there are no AWS credentials: no --profile, no AWS_PROFILE, no access keys, no profile named default, no role of a container or instance",
            null, $"make a profile with: aws configure sso --profile NAME, and give it with --profile=NAME; {WithoutAccount}"),
        cause);

    public static ProblemException NoSuchProfile(string name, string origin, IEnumerable<CredentialProfile> known)
    {
        var names = known.Select(profile => profile.Name).ToList();
        var nearest = NearestName.Of(name, names);
        var have = names.Count == 0 ? "there are no profiles at all" : $"there are: {string.Join(", ", names.Order(StringComparer.Ordinal))}";
        return new ProblemException(new Problem(
            ErrorCodes.MissingCredentials, $"there is no AWS profile '{name}'; {have}", origin,
            nearest is null ? $"make it with: aws configure sso --profile {name}; {WithoutAccount}" : $"did you mean --profile={nearest}?"));
    }

    public static ProblemException BrokenProfile(CredentialProfile profile, string origin, Exception cause) => new(
        new Problem(
            ErrorCodes.BrokenProfile, $"profile {profile.Name} ({ProfileKind.Of(profile)}) cannot be used: {OneLine(cause.Message)}", origin,
            $"correct it with: aws configure --profile {profile.Name}; to see what it holds: aws configure list --profile {profile.Name}"),
        cause);

    public static ProblemException BrokenFile(Exception cause) => new(
        new Problem(
            ErrorCodes.BrokenProfile, $"the files of AWS profiles cannot be read: {OneLine(cause.Message)}", "~/.aws/config and ~/.aws/credentials",
            "correct the file; this shows where it is broken: aws configure list-profiles"),
        cause);

    public static ProblemException NoRegion(string? profile) => new(new Problem(
        ErrorCodes.MissingRegion, profile is null ? "nothing names an AWS region" : $"nothing names an AWS region, and profile {profile} has none", null,
        profile is null ? "give one with --region=us-east-1, or AWS_REGION" : $"give one with --region=us-east-1, or set it for good: aws configure set region us-east-1 --profile {profile}"));

    public static ProblemException NobodyTypesTheCode(string profile, string device) => new(new Problem(
        ErrorCodes.MfaCodeNeeded, $"profile {profile} needs the code of the MFA device {device}, and there is no terminal to type it on", null,
        "run it on a terminal; or hand over temporary keys, which this shows: aws configure export-credentials --format env --profile " + profile));

    /// <summary>What a message says, without its line ends.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
