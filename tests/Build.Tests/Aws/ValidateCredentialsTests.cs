using Build.Tests.Support;
using StandIns.Wire;

namespace Build.Tests.Aws;

/// <summary>Every way to credentials, up to what STS is asked and what the user sees.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Platform(Exclude = "Win", Reason = "the profiles name programs of a Unix shell")]
internal sealed class ValidateCredentialsTests : IAsyncDisposable
{
    private const string Keys = "aws_access_key_id = AKIDPROFILE\naws_secret_access_key = secret\n";
    private const string Role = "role_arn = arn:aws:iam::123456789012:role/deployer\n";
    private readonly WireServer _aws = new WireServer().Given("sts", "GetCallerIdentity", AwsHome.Caller());

    [Test]
    public async Task Account_identity_region_and_profile_are_shown_each_with_where_it_came_from()
    {
        var (code, output, error) = await RunAsync(
            $"[profile dev]\nregion = eu-central-1\n{Keys}", ["--profile=dev", "--expected-account-id=123456789012"]);

        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo($"""
            == ValidateCredentials ==
            account      123456789012, as expected
            identity     arn:aws:iam::123456789012:user/me
            credentials  profile dev (access keys) of --profile
            region       eu-central-1 of profile dev
            endpoint     {_aws.Url} of AWS_ENDPOINT_URL
            environment  dev of parameters.json line 4

            """));
    }

    [Test]
    public async Task A_profile_beats_access_keys_of_the_environment_and_a_region_that_is_typed_beats_all()
    {
        var (code, output, error) = await RunAsync(
            $"[profile dev]\nregion = eu-central-1\n{Keys}", ["--profile=dev", "--region=eu-west-3"],
            ("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_REGION", "us-west-2"));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("\nregion       eu-west-3 of --region\n"));
        Assert.That(_aws.Requests.Single().Scope, Is.EqualTo(("AKIDPROFILE", "eu-west-3", "sts")));
    }

    [Test]
    public async Task Access_keys_of_the_environment_are_used_with_their_session_token()
    {
        var (code, output, error) = await RunAsync(
            "", [], ("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_SESSION_TOKEN", "the-token"), ("AWS_REGION", "us-west-2"));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("\ncredentials  access keys of environment variable AWS_ACCESS_KEY_ID\n"));
        Assert.That(_aws.Requests.Single().Headers["X-Amz-Security-Token"], Is.EqualTo("the-token"));
    }

    [Test]
    public async Task The_profile_named_default_is_found_without_being_named()
    {
        var (code, output, error) = await RunAsync($"[default]\nregion = eu-central-1\n{Keys}", []);

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("\ncredentials  profile default (access keys) of the machine\n"));
    }

    [Test]
    public async Task A_chain_of_roles_is_taken_one_after_another()
    {
        _aws.Given("sts", "AssumeRole", AwsHome.Role("AKIDMIDDLE"), AwsHome.Role("AKIDLAST"));

        var (code, output, error) = await RunAsync(
            $"[profile dev]\nregion = eu-central-1\n{Role}source_profile = middle\n[profile middle]\nrole_arn = arn:aws:iam::123456789012:role/middle\n"
            + $"source_profile = base\n[profile base]\n{Keys}", ["--profile=dev"]);

        Assert.That(code, Is.Zero, error);
        Assert.That(_aws.Requests.Select(request => (request.Action, request.Scope.Key)), Is.EqualTo(
            new[] { ("AssumeRole", "AKIDPROFILE"), ("AssumeRole", "AKIDMIDDLE"), ("GetCallerIdentity", "AKIDLAST") }));
        Assert.That(output, Does.Contain("\ncredentials  profile dev (role arn:aws:iam::123456789012:role/deployer through profile middle) of --profile\n"));
    }

    [Test]
    public async Task The_code_of_an_mfa_device_is_asked_for_on_a_terminal_and_sent_once()
    {
        _aws.Given("sts", "AssumeRole", AwsHome.Role("AKIDROLE"));
        using var home = new AwsHome($"[profile dev]\nregion = eu-central-1\n{Role}source_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/me\n[profile base]\n{Keys}");
        home.Variables["AWS_ENDPOINT_URL"] = _aws.Url;
        var typing = home.WriteScript("type", $"""
            #!/bin/sh
            (until grep -q 'MFA code' typescript 2>/dev/null; do sleep 0.1; done; echo 123456; until grep -q 'exit' typescript; do sleep 0.1; done) |
              script --flush --quiet --return --command "dotnet {Automation.Assembly} --target=ValidateCredentials --profile=dev; code=\$?; echo exit; exit \$code" typescript
            """);

        using var run = TestSupport.StartedProcess.Start("/bin/sh", [typing], home.Combine(), [.. home.Variables.Select(variable => (variable.Key, variable.Value)), ("ENVIRONMENT", null)]);
        var code = await run.ExitAsync();

        Assert.That(code, Is.Zero, run.Output + run.Error);
        Assert.That(run.Output, Does.Contain("MFA code of arn:aws:iam::123456789012:mfa/me for profile dev: "));
        Assert.That(_aws.Of("sts", "AssumeRole").Single().Form["TokenCode"], Is.EqualTo("123456"));
        Assert.That(_aws.Of("sts", "GetCallerIdentity").Single().Scope.Key, Is.EqualTo("AKIDROLE"));
    }

    [Test]
    public async Task A_credential_process_is_run()
    {
        using var home = new AwsHome();
        var script = home.WriteScript("keys", """
            #!/bin/sh
            echo '{"Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "secret", "SessionToken": "token"}'
            """);

        var (code, _, error) = await RunAsync($"[profile dev]\nregion = eu-central-1\ncredential_process = {script}\n", ["--profile=dev"]);

        Assert.That(code, Is.Zero, error);
        Assert.That(_aws.Requests.Single().Scope.Key, Is.EqualTo("AKIDPROCESS"));
    }

    [Test]
    public async Task A_login_by_sso_gives_the_keys_of_its_role()
    {
        _aws.Given("", "GET /federation/credentials", WireAnswer.Json(
            """{"roleCredentials": {"accessKeyId": "AKIDSSO", "secretAccessKey": "secret", "sessionToken": "token", "expiration": 4070908800000}}"""));
        using var home = new AwsHome(
            "[profile dev]\nregion = eu-central-1\nsso_start_url = https://corp.example/start\nsso_region = eu-central-1\nsso_account_id = 123456789012\nsso_role_name = Developer\n");
        home.GivenSsoToken("https://corp.example/start");
        home.Variables["AWS_ENDPOINT_URL"] = _aws.Url;

        var (code, output, error) = await home.RunAsync("--target=ValidateCredentials", "--profile=dev");

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("\ncredentials  profile dev (SSO) of --profile\n"));
        Assert.That(_aws.Of("sts", "GetCallerIdentity").Single().Scope.Key, Is.EqualTo("AKIDSSO"));
    }

    [Test]
    public async Task A_pipeline_s_web_identity_is_exchanged_for_its_role()
    {
        _aws.Given("", "AssumeRoleWithWebIdentity", WireAnswer.Xml("AssumeRoleWithWebIdentity", """
            <Credentials><AccessKeyId>AKIDWEB</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
            <SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
            """));
        using var home = new AwsHome();

        var (code, output, error) = await RunAsync(
            $"[default]\nregion = eu-central-1\n{Keys}", [], ("AWS_WEB_IDENTITY_TOKEN_FILE", home.Write("token", "web-token")),
            ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/ci"), ("AWS_REGION", "us-west-2"));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("\ncredentials  web identity of AWS_WEB_IDENTITY_TOKEN_FILE, role arn:aws:iam::123456789012:role/ci\n"));
        Assert.That(_aws.Of("sts", "GetCallerIdentity").Single().Scope.Key, Is.EqualTo("AKIDWEB"));
    }

    [Test]
    public async Task The_role_of_a_container_is_found()
    {
        _aws.Given("", "GET /role", WireAnswer.Json(
            """{"AccessKeyId": "AKIDCONTAINER", "SecretAccessKey": "secret", "Token": "token", "Expiration": "2099-01-01T00:00:00Z"}"""));

        var (code, output, error) = await RunAsync("", [], ("AWS_CONTAINER_CREDENTIALS_FULL_URI", _aws.Url + "/role"), ("AWS_REGION", "us-west-2"));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("\ncredentials  the container's role of AWS_CONTAINER_CREDENTIALS_FULL_URI\n"));
        Assert.That(_aws.Of("sts", "GetCallerIdentity").Single().Scope.Key, Is.EqualTo("AKIDCONTAINER"));
    }

    [Test]
    public async Task The_role_of_an_instance_is_found()
    {
        _aws.Given("", "PUT /latest/api/token", new WireAnswer(200, "text/plain", "metadata-token"))
            .Given("", "GET /latest/meta-data/iam/security-credentials", new WireAnswer(200, "text/plain", "machine"))
            .Given("", "GET /latest/meta-data/iam/security-credentials/machine", new WireAnswer(200, "text/plain", """
                {"Code": "Success", "AccessKeyId": "AKIDINSTANCE", "SecretAccessKey": "secret", "Token": "token", "Expiration": "2099-01-01T00:00:00Z", "LastUpdated": "2026-01-01T00:00:00Z"}
                """));

        var (code, output, error) = await RunAsync(
            "", ["--region=us-west-2"], ("AWS_EC2_METADATA_SERVICE_ENDPOINT", _aws.Url), ("AWS_EC2_METADATA_DISABLED", "false"));

        Assert.That(code, Is.Zero, error + string.Join(' ', _aws.Unexpected));
        Assert.That(output, Does.Contain("\ncredentials  the instance's role\n"));
        Assert.That(_aws.Of("sts", "GetCallerIdentity").Single().Scope.Key, Is.EqualTo("AKIDINSTANCE"));
    }

    [Test]
    public async Task In_the_local_environment_nothing_is_asked_and_one_line_says_so()
    {
        var (code, output, error) = await RunAsync("", ["--environment=local"]);

        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo("== ValidateCredentials ==\nthe environment is local: no AWS account is needed, so no credentials are checked, and nothing is built or deployed\n"));
        Assert.That(_aws.Requests, Is.Empty);
    }

    [Test]
    public async Task A_dry_run_asks_nothing()
    {
        var (code, _, error) = await RunAsync($"[profile dev]\nregion = eu-central-1\n{Keys}", ["--profile=dev", "--dryrun"]);

        Assert.That(code, Is.Zero, error);
        Assert.That(_aws.Requests, Is.Empty);
    }

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    private async Task<(int Code, string Output, string Error)> RunAsync(string config, string[] arguments, params (string Name, string Value)[] variables)
    {
        using var home = new AwsHome(config);
        home.Variables["AWS_ENDPOINT_URL"] = _aws.Url;
        foreach (var (name, value) in variables) home.Variables[name] = value;
        return await home.RunAsync(["--target=ValidateCredentials", .. arguments]);
    }
}
