using Build.Tests.Support;
using StandIns.Wire;

namespace Build.Tests.Aws;

/// <summary>The table of what can be wrong before anything is done in AWS.</summary>
internal static class CredentialFailures
{
    private const string Keys = "aws_access_key_id = AKIDPROFILE\naws_secret_access_key = secret-of-the-profile\n";
    private const string Role = "role_arn = arn:aws:iam::123456789012:role/deployer\n";

    private static readonly (string, string)[] KeysOfEnvironment =
        [("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "secret-of-the-environment"), ("AWS_REGION", "eu-central-1")];

    public static IEnumerable<CredentialFailure> All => [.. Profiles, .. Sso, .. Roles, .. Others, .. Answers, .. Network];

    private static IEnumerable<CredentialFailure> Profiles =>
    [
        new("no-credentials-at-all"),
        new("no-such-profile") { Arguments = ["--profile=nix"] },
        new("mistyped-profile") { Config = $"[profile dev]\nregion = eu-central-1\n{Keys}[profile prod]\n{Keys}", Arguments = ["--profile=dve"] },
        new("profile-without-credentials") { Config = "[profile dev]\nregion = eu-central-1\n", Arguments = ["--profile=dev"] },
        new("profile-without-secret") { Config = "[profile dev]\nregion = eu-central-1\naws_access_key_id = AKIDPROFILE\n", Arguments = ["--profile=dev"] },
        new("profile-from-a-variable") { Config = "[profile dev]\nregion = eu-central-1\n", Variables = [("AWS_PROFILE", "dev")] },
        new("file-of-profiles-broken") { Config = "[profile dev\nregion = eu-central-1\n", Arguments = ["--profile=dev"] },
        new("no-region-in-profile", ExitCode: 2) { Config = $"[profile dev]\n{Keys}", Arguments = ["--profile=dev"] },
        new("no-region-with-keys", ExitCode: 2) { Variables = KeysOfEnvironment[..2] },
    ];

    private static IEnumerable<CredentialFailure> Sso =>
    [
        new("sso-not-logged-in")
        {
            Config = "[profile dev]\nregion = eu-central-1\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Developer\n"
                + "[sso-session corp]\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\n",
            Arguments = ["--profile=dev"],
        },
        new("sso-without-session")
        {
            Config = "[profile dev]\nregion = eu-central-1\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\n"
                + "sso_account_id = 123456789012\nsso_role_name = Developer\n",
            Arguments = ["--profile=dev"],
        },
        new("sso-token-refused")
        {
            Config = "[profile dev]\nregion = eu-central-1\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\n"
                + "sso_account_id = 123456789012\nsso_role_name = Developer\n",
            Arguments = ["--profile=dev"],
            SsoStartUrl = "https://corp.example/start",
            Given = server => server.Given("", "GET /federation/credentials", SsoError("UnauthorizedException", "Session token not found or invalid", 401)),
        },
        new("sso-role-not-assigned")
        {
            Config = "[profile dev]\nregion = eu-central-1\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\n"
                + "sso_account_id = 123456789012\nsso_role_name = Developer\n",
            Arguments = ["--profile=dev"],
            SsoStartUrl = "https://corp.example/start",
            Given = server => server.Given("", "GET /federation/credentials", SsoError("ForbiddenException", "No access", 403)),
        },
        new("sso-incomplete")
        {
            Config = "[profile dev]\nregion = eu-central-1\nsso_session = gone\nsso_account_id = 123456789012\nsso_role_name = Developer\n",
            Arguments = ["--profile=dev"],
        },
        new("role-through-sso-not-logged-in")
        {
            Config = $"[profile dev]\nregion = eu-central-1\n{Role}source_profile = base\n"
                + "[profile base]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Developer\n"
                + "[sso-session corp]\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\n",
            Arguments = ["--profile=dev"],
        },
    ];

    private static IEnumerable<CredentialFailure> Roles =>
    [
        new("source-profile-missing") { Config = $"[profile dev]\nregion = eu-central-1\n{Role}source_profile = base\n", Arguments = ["--profile=dev"] },
        new("role-without-source") { Config = $"[profile dev]\nregion = eu-central-1\n{Role}", Arguments = ["--profile=dev"] },
        new("role-through-itself-in-a-circle")
        {
            Config = $"[profile dev]\nregion = eu-central-1\n{Role}source_profile = base\n[profile base]\n{Role}source_profile = dev\n",
            Arguments = ["--profile=dev"],
        },
        new("role-denied")
        {
            Config = $"[profile dev]\nregion = eu-central-1\n{Role}source_profile = base\n[profile base]\n{Keys}",
            Arguments = ["--profile=dev"],
            Given = server => server.Given("sts", "AssumeRole", WireAnswer.XmlError(
                "AccessDenied", "User: arn:aws:iam::123456789012:user/me is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/deployer", 403)),
        },
        new("mfa-without-terminal")
        {
            Config = $"[profile dev]\nregion = eu-central-1\n{Role}source_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/me\n[profile base]\n{Keys}",
            Arguments = ["--profile=dev"],
        },
        new("mfa-without-terminal-in-a-chain")
        {
            Config = $"[profile dev]\nregion = eu-central-1\n{Role}source_profile = middle\n"
                + $"[profile middle]\n{Role}source_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/me\n[profile base]\n{Keys}",
            Arguments = ["--profile=dev"],
        },
    ];

    private static IEnumerable<CredentialFailure> Others =>
    [
        new("credential-process-fails")
        {
            Config = "[profile dev]\nregion = eu-central-1\ncredential_process = sh -c \"echo 'the vault is sealed' >&2; exit 3\"\n",
            Arguments = ["--profile=dev"],
        },
        new("credential-process-missing") { Config = "[profile dev]\nregion = eu-central-1\ncredential_process = /nowhere/vault-keys\n", Arguments = ["--profile=dev"] },
        new("credential-process-says-nonsense") { Config = "[profile dev]\nregion = eu-central-1\ncredential_process = echo secret-nonsense\n", Arguments = ["--profile=dev"] },
        new("web-identity-without-file")
        {
            Variables = [("AWS_WEB_IDENTITY_TOKEN_FILE", "/nowhere/token"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/ci"), ("AWS_REGION", "eu-central-1")],
        },
        new("container-role-unreachable")
        {
            Variables = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{nobody}/role"), ("AWS_REGION", "eu-central-1")],
        },
    ];

    private static IEnumerable<CredentialFailure> Answers =>
    [
        Answer("wrong-account", AwsHome.Caller(account: "999999999999")) with { Arguments = ["--expected-account-id=123456789012"] },
        Answer("token-expired", WireAnswer.XmlError("ExpiredToken", "The security token included in the request is expired", 403)),
        Answer("keys-unknown", WireAnswer.XmlError("InvalidClientTokenId", "The security token included in the request is invalid.", 403)),
        Answer("secret-wrong", WireAnswer.XmlError(
            "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.", 403)),
        Answer("access-denied", WireAnswer.XmlError(
            "AccessDenied", "User: arn:aws:iam::123456789012:user/me is not authorized to perform: sts:GetCallerIdentity with an explicit deny in a service control policy", 403)),
        Answer("clock-skew", WireAnswer.XmlError(
            "SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier than 20260101T003000Z (20260101T003500Z - 5 min.)", 403)),
        Answer("throttled", WireAnswer.XmlError("Throttling", "Rate exceeded")) with { ExitCode = 1 },
        Answer("service-broken", WireAnswer.XmlError("InternalFailure", "An internal error occurred.", 500)) with { ExitCode = 1 },
        Answer("proxy-says-no", new WireAnswer(403, "text/html", "<html>Blocked by the company's proxy</html>")),
        new("region-disabled")
        {
            Variables = [.. KeysOfEnvironment[..2], ("AWS_REGION", "ap-east-1")],
            Given = server => server.Given("sts", "GetCallerIdentity", request => request.Scope.Region == "us-east-1"
                ? AwsHome.Caller()
                : WireAnswer.XmlError("InvalidClientTokenId", "The security token included in the request is invalid.", 403)),
        },
    ];

    private static IEnumerable<CredentialFailure> Network =>
    [
        new("endpoint-unreachable") { Variables = [.. KeysOfEnvironment, ("AWS_ENDPOINT_URL", "{nobody}")] },
        new("proxy-unreachable") { IsOfAws = true, Variables = [.. KeysOfEnvironment, ("HTTPS_PROXY", "{nobody}")] },
        new("region-unknown") { IsOfAws = true, Variables = [.. KeysOfEnvironment[..2], ("AWS_REGION", "eu-centrall-1"), ("HTTPS_PROXY", "{nobody}")] },
    ];

    private static WireAnswer SsoError(string code, string message, int status) =>
        WireAnswer.JsonError(code, message, status) with { Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = code } };

    private static CredentialFailure Answer(string name, WireAnswer answer) => new(name)
    {
        Variables = KeysOfEnvironment,
        Given = server => server.Given("sts", "GetCallerIdentity", answer),
    };
}
