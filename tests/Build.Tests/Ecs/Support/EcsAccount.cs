using System.Globalization;
using Build.Tests.Support;
using StandIns.Ecs;
using StandIns.Logs;
using StandIns.Wire;
using TestSupport;
using TestSupport.Moto;

namespace Build.Tests.Ecs.Support;

/// <summary>
/// An account in which a load test is deployed, for the automation as a process: moto for everything but ECS and its logs, which are stand-ins
/// that really start the tasks. The program on this machine, for plan and merge, is a script. Each is in a region and has a bucket of its own, so
/// that several can be there at once.
/// </summary>
internal sealed class EcsAccount : IAsyncDisposable
{
    public const string Table = "lab-dynamodb-load-test";
    private static readonly string[] Regions =
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1", "eu-north-1", "ap-south-1",
        "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "sa-east-1",
        "ap-northeast-3", "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "af-south-1", "me-south-1", "me-central-1", "eu-south-1", "eu-south-2", "eu-central-2",
    ];

    private static int _made;
    private const string Digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000";
    private readonly MotoServer _moto;
    private readonly MotoClient _client;
    private readonly WireServer _server = new();
    private readonly LogStore _logs = new(TimeProvider.System);
    private readonly TemporaryFolder _folder = new();

    private readonly string _bucket;
    private BucketFront? _front;
    private readonly string _definitionArn;

    private EcsAccount(MotoServer moto, string task)
    {
        var number = Interlocked.Increment(ref _made);
        (Region, _bucket) = (Regions[number - 1], $"lab-results-{number}");
        _definitionArn = $"arn:aws:ecs:{Region}:123456789012:task-definition/lab:7";
        (_moto, _client) = (moto, new MotoClient(moto.Endpoint, Region));
        Environment = new Dictionary<string, string>
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
            ["SHARED"] = _folder.Path,
            ["RUNS"] = new Uri(moto.Endpoint, $"{_bucket}/runs").ToString(),
        };
        var starter = new ProcessTaskStarter("/bin/sh", ["-c", task, "task"], Directory.CreateDirectory(_folder.Combine("tasks")).FullName, Environment);
        Ecs = new EcsService($"arn:aws:ecs:{Region}:123456789012:cluster/lab", starter, _logs, new StandIns.Ecs.EcsPace { Step = TimeSpan.FromMilliseconds(15) }, TimeProvider.System);
        Ecs.ServeOn(_server);
        new LogService(_logs, new LogFaults()).ServeOn(_server);
        Repository.GivenOwn("cloudformation");
        Repository.GivenProgram("""
            case "$1" in
              plan) echo "plan: $@"; cat parameters.json parameters.lab.json; exit ${PLAN_CODE:-0};;
              merge) echo "merge: $@"; echo '{"outcome":"passed"}' > "${2#--run-folder=}/summary.json"; [ -z "$MERGE_WAITS" ] || { trap 'exit 130' INT; while :; do sleep 0.1; done; }; find "${2#--run-folder=}" -name run.record | sort | xargs -r cat; exit ${MERGE_CODE:-0};;
            esac
            """);
    }

    public EcsService Ecs { get; }

    /// <summary>What the services in place of AWS were asked.</summary>
    public WireServer Server => _server;

    public string Region { get; }

    /// <summary>The address of the runs in the bucket, as its own path.</summary>
    public string Runs => $"/{_bucket}/runs";

    public FakeRepository Repository { get; } = new();

    public Dictionary<string, string> Environment { get; }

    /// <summary>Deploys it.</summary>
    /// <param name="moto">Empty.</param>
    /// <param name="task">What a task does, as a script of the shell; RUNS is the address of the runs in the bucket.</param>
    /// <param name="image">The image of the task definition.</param>
    public static async Task<EcsAccount> CreateAsync(MotoServer moto, string task, string image = "image:1")
    {
        var account = new EcsAccount(moto, task);
        account.Ecs.Given(TaskDefinition.Of(account._definitionArn, image, "/ecs/lab", new Dictionary<string, string> { ["ENVIRONMENT"] = "lab" }));
        var client = account._client;
        var networks = await client.QueryAsync("ec2", "2016-11-15", "DescribeVpcs", []);
        var network = networks.Descendants().First(element => element.Name.LocalName == "vpcId").Value;
        var made = await client.QueryAsync("ec2", "2016-11-15", "CreateSubnet", [("VpcId", network), ("CidrBlock", "172.31.255.240/28")]);
        var subnet = made.Descendants().First(element => element.Name.LocalName == "subnetId").Value;
        await client.JsonAsync("dynamodb", "DynamoDB_20120810.CreateTable", $$"""
            {"TableName": "{{Table}}", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
             "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "Tags": [{"Key": "dynamodb-load-test", "Value": "allowed"}]}
            """);
        await client.QueryAsync("cloudformation", "2010-05-15", "CreateStack", [("StackName", "dynamodb-load-test-lab-loadtest"), ("TemplateBody", account.Template(subnet))]);
        return account;
    }

    /// <summary>Takes the guard tag off the table.</summary>
    public Task UntagTableAsync() => _client.JsonAsync(
        "dynamodb", "DynamoDB_20120810.UntagResource", $$"""{"ResourceArn": "arn:aws:dynamodb:{{Region}}:123456789012:table/{{Table}}", "TagKeys": ["dynamodb-load-test"]}""");

    /// <summary>An image of ECR; nobody has pushed it.</summary>
    public const string MissingImage = $"123456789012.dkr.ecr.us-east-1.amazonaws.com/dynamodb-load-test@{Digest}";

    /// <summary>Puts a front before the bucket for the automation, which refuses and holds up what it is told to; the tasks go on without it.</summary>
    public async Task<BucketFront> GivenFrontAsync() => _front = await BucketFront.StartAsync(_moto.Endpoint);

    /// <summary>Starts the automation.</summary>
    public StartedProcess Start(string[] arguments, params (string Name, string? Value)[] variables) => StartedProcess.Start(
        Repository.Combine("artifacts", "bin", "Build", "release", "Build"), [.. arguments, "--environment=lab", "--exclusive"], Path.GetTempPath(),
        [
            .. Repository.Variables, ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_REGION", Region), ("AWS_PROFILE", null),
            ("AWS_ENDPOINT_URL", _moto.Endpoint.ToString().TrimEnd('/')), ("AWS_ENDPOINT_URL_ECS", _server.Url), ("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", _server.Url),
            ("AWS_ENDPOINT_URL_S3", (_front?.Endpoint ?? _moto.Endpoint).ToString().TrimEnd('/')), .. variables,
        ]);

    /// <summary>Runs the automation to its end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string? Value)[] variables)
    {
        using var process = Start(arguments, variables);
        return (await process.ExitAsync(), process.Output, process.Error);
    }

    public async ValueTask DisposeAsync()
    {
        await Ecs.DisposeAsync();
        await _server.DisposeAsync();
        if (_front is not null) await _front.DisposeAsync();
        _client.Dispose();
        Repository.Dispose();
        _folder.Dispose();
    }

    private string Template(string subnet)
    {
        var outputs = new Dictionary<string, string>
        {
            ["ClusterName"] = "lab",
            ["TaskDefinitionArn"] = _definitionArn,
            ["ContainerName"] = "load-test",
            ["SubnetIds"] = subnet,
            ["SecurityGroupId"] = "sg-1",
            ["LogGroupName"] = "/ecs/lab",
            ["LogStreamPrefix"] = "load-test",
            ["ResultsBucketName"] = _bucket,
            ["SSMParameterPrefix"] = "/lab",
            ["TableArn"] = $"arn:aws:dynamodb:{Region}:123456789012:table/{Table}",
        };
        return string.Create(CultureInfo.InvariantCulture, $$"""
            Resources:
              Bucket: { Type: "AWS::S3::Bucket", Properties: { BucketName: {{_bucket}} } }
              Items: { Type: "AWS::SSM::Parameter", Properties: { Name: /lab/total-items, Type: String, Value: "777" } }
              Table: { Type: "AWS::SSM::Parameter", Properties: { Name: /lab/table-name, Type: String, Value: {{Table}} } }
              Rest: { Type: "AWS::SSM::Parameter", Properties: { Name: /lab/settings, Type: String, Value: '{"ItemSize":"2048"}' } }
            Outputs:
            {{string.Join('\n', outputs.Select(output => $"  {output.Key}: {{ Value: \"{output.Value}\" }}"))}}
            """);
    }
}
