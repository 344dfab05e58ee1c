using Amazon;
using Amazon.Runtime;
using Build.Aws;
using Build.Errors;
using LoadTest.Configuration.Problems;
using StandIns.Wire;

namespace Build.Tests.Errors;

[TestFixture]
internal sealed class AwsFailuresTests
{
    private static readonly AwsLogin Login = new(new BasicAWSCredentials("key", "secret"), RegionEndpoint.EUCentral1)
    {
        Profile = "dev",
        CredentialsOrigin = "profile dev (access keys) of --profile",
        RegionOrigin = "profile dev",
    };

    [Test]
    public async Task A_failure_says_what_was_done_by_whom_and_one_command_that_helps()
    {
        await using var server = new WireServer(WireAnswer.JsonError(
            "AccessDeniedException",
            "User: arn:aws:sts::123456789012:assumed-role/deployer/me is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action"));
        using var ecr = new Amazon.ECR.AmazonECRClient("key", "secret", new Amazon.ECR.AmazonECRConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-central-1" });
        var session = new AwsSession(Login, "123456789012", "arn:aws:sts::123456789012:assumed-role/deployer/me");

        var failure = await Assert.ThrowsAsync<ProblemException>(
            () => AwsFailures.ExplainAsync("log in to ECR", session, () => ecr.GetAuthorizationTokenAsync(new Amazon.ECR.Model.GetAuthorizationTokenRequest())));

        Assert.That(failure!.Message, Is.EqualTo("""
            LT0302 cannot log in to ECR: User: arn:aws:sts::123456789012:assumed-role/deployer/me is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action
              from: arn:aws:sts::123456789012:assumed-role/deployer/me in account 123456789012; profile dev (access keys) of --profile; region eu-central-1 of profile dev
              fix: let an administrator run: aws iam put-role-policy --role-name deployer --policy-name dynamodb-load-test --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:GetAuthorizationToken","Resource":"*"}]}'
            """));
        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Credentials));
    }
}
