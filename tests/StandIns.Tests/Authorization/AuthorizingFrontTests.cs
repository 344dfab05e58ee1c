using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using StandIns.Authorization;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Policies;
using StandIns.Authorization.Requests;
using StandIns.Authorization.Signatures;
using StandIns.Hosting;
using StandIns.Wire;

namespace StandIns.Tests.Authorization;

/// <summary>The front, asked by official clients: what they sign passes, everything else is refused as AWS refuses it.</summary>
internal sealed class AuthorizingFrontTests
{
    private const string Account = "111122223333";
    private const string Region = "eu-west-1";
    private const string Arn = $"arn:aws:iam::{Account}:user/anna";

    private readonly KeyRing _keys = new();
    private MovedClock _time = null!;
    private WireServer _behind = null!;
    private ForwardingBackend _forward = null!;
    private WebHost _host = null!;
    private Uri _endpoint = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _time = new MovedClock();
        _behind = new WireServer();
        var authorizer = new Authorizer(new Permissions(Account));
        _forward = new ForwardingBackend(new Uri(_behind.Url))
        {
            HidesMissing = (caller, request) => S3Permissions.ToSeeThatItIsMissing(request) is { } needed ? authorizer.Refusal(caller, "s3", needed) : null,
        };
        var front = new AuthorizingFront(
            new SignatureCheck(_keys, _time), authorizer, new Dictionary<string, IBackend> { ["sts"] = new CallerIdentity() }, _forward);
        (_host, _endpoint) = await WebHost.StartAsync(front.AnswerAsync);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        _forward.Dispose();
        await _behind.DisposeAsync();
    }

    [Test]
    public async Task A_signed_and_allowed_call_reaches_the_service_and_its_answer_comes_back()
    {
        _behind.Given("ssm", "GetParametersByPath", WireAnswer.Json("""{"Parameters":[{"Name":"/a/b","Value":"c d"}]}"""));
        using var client = new AmazonSimpleSystemsManagementClient(Issue(Policy.Everything), To(new AmazonSimpleSystemsManagementConfig()));

        var answer = await client.GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/a" });

        Assert.That(answer.Parameters.Single().Value, Is.EqualTo("c d"));
    }

    [Test]
    public async Task A_caller_is_told_who_they_are_without_any_permission()
    {
        using var client = new AmazonSecurityTokenServiceClient(Issue(new Policy([])), To(new AmazonSecurityTokenServiceConfig()));

        var answer = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.That((answer.Arn, answer.Account), Is.EqualTo((Arn, Account)));
    }

    [Test]
    public async Task A_denied_call_names_caller_action_and_resource_and_does_not_reach_the_service()
    {
        using var client = new AmazonDynamoDBClient(Issue(Read("dynamodb:GetItem")), To(new AmazonDynamoDBConfig()));

        var error = await Assert.CatchAsync<AmazonServiceException>(() => client.PutItemAsync("t", new() { ["pk"] = new("1") }));

        Assert.That(error!.ErrorCode, Is.EqualTo("AccessDeniedException"));
        Assert.That(error.Message, Is.EqualTo(
            $"User: {Arn} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:{Region}:{Account}:table/t "
            + "because no identity-based policy allows the dynamodb:PutItem action"));
        Assert.That(_behind.Requests, Is.Empty);
    }

    [Test]
    public async Task An_endpoint_on_the_way_must_allow_a_call_too()
    {
        var owner = new Principal(Arn, "AIDA", Policy.Everything) { EndpointPolicies = new Dictionary<string, Policy> { ["dynamodb"] = Read("dynamodb:GetItem") } };
        var key = _keys.Issue(owner);
        using var client = new AmazonDynamoDBClient(key.Id, key.Secret, To(new AmazonDynamoDBConfig()));

        var error = await Assert.CatchAsync<AmazonServiceException>(() => client.DescribeTableAsync("t"));

        Assert.That(error!.Message, Does.EndWith("because no VPC endpoint policy allows the dynamodb:DescribeTable action"));
    }

    [Test]
    public async Task Keys_that_are_unknown_or_wrong_are_refused()
    {
        var key = _keys.Issue(new Principal(Arn, "AIDA", Policy.Everything));

        Assert.That(await CodeOfAsync(new BasicAWSCredentials("AKIANOBODY", "secret")), Is.EqualTo("UnrecognizedClientException"));
        Assert.That(await CodeOfAsync(new BasicAWSCredentials(key.Id, "secret")), Is.EqualTo("InvalidSignatureException"));
        Assert.That(await CodeOfAsync(new SessionAWSCredentials(key.Id, key.Secret, "token")), Is.EqualTo("UnrecognizedClientException"), "another token");
        Assert.That(await CodeOfAsync(new AnonymousAWSCredentials()), Is.EqualTo("MissingAuthenticationTokenException"));
        Assert.That(_behind.Requests, Is.Empty);
    }

    [Test]
    public async Task A_session_holds_until_its_end()
    {
        _behind.Given("ssm", "GetParametersByPath", WireAnswer.Json("{}"));
        var key = _keys.IssueSession(new Principal(Arn, "AROA", Policy.Everything), _time.GetUtcNow() + TimeSpan.FromMinutes(2));
        var credentials = new SessionAWSCredentials(key.Id, key.Secret, key.SessionToken);

        Assert.That(await CodeOfAsync(credentials), Is.Null);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.That(await CodeOfAsync(credentials), Is.EqualTo("ExpiredTokenException"));
    }

    [Test]
    public async Task A_signature_of_another_time_is_refused()
    {
        _time.Advance(TimeSpan.FromMinutes(6));

        Assert.That(await CodeOfAsync(Issue(Policy.Everything)), Is.EqualTo("InvalidSignatureException"));
    }

    [Test]
    public async Task S3_objects_come_and_go_and_keys_with_odd_characters_have_a_fitting_signature()
    {
        _behind.Given("s3", "PUT /bucket/runs/a%20b%2Bc%C3%A4", new WireAnswer(200, "application/xml", ""));
        using var client = S3(Read("s3:PutObject"));

        await client.PutObjectAsync(new PutObjectRequest { BucketName = "bucket", Key = "runs/a b+cä", ContentBody = "text" });

        Assert.That(_behind.Unexpected, Is.Empty);
        Assert.That(_behind.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("s3:ListBucket", "NoSuchKey")]
    [TestCase("s3:PutObject", "AccessDenied")]
    public async Task Only_who_may_list_a_bucket_hears_that_an_object_is_missing(string action, string code)
    {
        _behind.Given("s3", "GET /bucket/k", new WireAnswer(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>"));
        using var client = S3(Read("s3:GetObject", action));

        var error = await Assert.CatchAsync<AmazonS3Exception>(() => client.GetObjectAsync("bucket", "k"));

        Assert.That(error!.ErrorCode, Is.EqualTo(code));
    }

    private static Policy Read(params string[] actions) => Policy.Read(
        $$$"""{"Statement":{"Effect":"Allow","Action":["{{{string.Join("\",\"", actions)}}}"],"Resource":"*"}}""");

    private BasicAWSCredentials Issue(Policy policy)
    {
        var key = _keys.Issue(new Principal(Arn, "AIDA", policy));
        return new BasicAWSCredentials(key.Id, key.Secret);
    }

    private AmazonS3Client S3(Policy policy)
    {
        var config = To(new AmazonS3Config());
        config.ForcePathStyle = true;
        return new AmazonS3Client(Issue(policy), config);
    }

    private T To<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = _endpoint.ToString();
        config.AuthenticationRegion = Region;
        config.MaxErrorRetry = 0;
        return config;
    }

    private async Task<string?> CodeOfAsync(AWSCredentials credentials)
    {
        using var client = new AmazonSimpleSystemsManagementClient(credentials, To(new AmazonSimpleSystemsManagementConfig()));
        try
        {
            await client.GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/a" });
            return null;
        }
        catch (AmazonServiceException error)
        {
            return error.ErrorCode;
        }
    }

    // The real clock, moved: the clients sign with the real one.
    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

        public void Advance(TimeSpan time) => _ahead += time;
    }
}
