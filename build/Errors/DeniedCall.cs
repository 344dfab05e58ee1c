using System.Text.RegularExpressions;
using Build.Aws;
using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>A call that AWS denies: whom it denies what, read out of its message, and the command with which an administrator allows it.</summary>
internal static partial class DeniedCall
{
    public static Problem Explain(string message, string doing, AwsLogin? login) =>
        new(ErrorCodes.PermissionDenied, $"cannot {doing}: {message}", login?.Who, Fix(message, login));

    private static string Fix(string message, AwsLogin? login)
    {
        var action = Action().Match(message) is { Success: true } found ? found.Groups["action"].Value : null;
        if (message.Contains("explicit deny", StringComparison.OrdinalIgnoreCase))
            return $"a policy denies {action ?? "it"} outright, so no other policy can allow it: an administrator has to change that policy, or take another --profile";
        if (action is null) return "allow the call to this identity, or take another --profile";
        var statement = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"*"}]}""";
        var target = Target((login as AwsSession)?.CallerArn ?? message);
        return target is null
            ? $"allow {action} to this identity, or take another --profile"
            : $"let an administrator run: {target} --policy-name dynamodb-load-test --policy-document '{statement}'";
    }

    // A role of an SSO permission set cannot be given a policy of its own: the set can.
    private static string? Target(string arn)
    {
        if (User().Match(arn) is { Success: true } user) return $"aws iam put-user-policy --user-name {user.Groups["name"].Value}";
        if (Role().Match(arn) is not { Success: true } role) return null;
        var name = role.Groups["name"].Value;
        return name.StartsWith("AWSReservedSSO_", StringComparison.Ordinal) ? null : $"aws iam put-role-policy --role-name {name}";
    }

    [GeneratedRegex(@"perform: (?<action>[a-z0-9-]+:[A-Za-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();

    [GeneratedRegex(@"arn:aws[a-z-]*:iam::\d+:user/(\S*/)?(?<name>[\w+=,.@-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex User();

    [GeneratedRegex(@"arn:aws[a-z-]*:sts::\d+:assumed-role/(?<name>[\w+=,.@-]+)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Role();
}
