using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using LoadTest.Tests.Cli;
using LoadTest.Tests.DynamoDb;
using StandIns.Wire;
using TestSupport;
using TestSupport.Moto;

namespace LoadTest.Tests.Workers;

/// <summary>
/// What a task of ECS sees: its container's metadata and credentials from a stand-in, the parameter store and the object store from moto, and the
/// embedded DynamoDB with the table that a deployment makes. The program runs in it as a process.
/// </summary>
internal sealed class EcsLab : IAsyncDisposable
{
    public const string Bucket = "results-of-tests";
    public const string Prefix = "/load-test";
    private const string Table = "dev-dynamodb-load-test";
    private readonly MotoServer _moto;
    private readonly LocalTable _dynamo;
    private readonly WireServer _container;
    private readonly LoadTestProgram _program = new();

    private EcsLab(MotoServer moto, LocalTable dynamo, WireServer container)
    {
        (_moto, _dynamo, _container) = (moto, dynamo, container);
        var keys = new BasicAWSCredentials("test", "test");
        Objects = new AmazonS3Client(keys, new AmazonS3Config { ServiceURL = moto.Endpoint.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        Parameters = new AmazonSimpleSystemsManagementClient(
            keys, new AmazonSimpleSystemsManagementConfig { ServiceURL = moto.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });
    }

    public AmazonS3Client Objects { get; }

    public AmazonSimpleSystemsManagementClient Parameters { get; }

    public TemporaryFolder Folder => _program.Folder;

    /// <summary>What the containers asked for: metadata and credentials.</summary>
    public WireServer Container => _container;

    public static async Task<EcsLab> StartAsync()
    {
        if (await MotoServer.StartAsync(CancellationToken.None) is not { } moto)
        {
            OutsidePart.Missing(MotoServer.HowToGet);
            throw new InvalidOperationException();
        }

        var container = new WireServer().Given("", "GET /credentials", WireAnswer.Json(
            """{"AccessKeyId":"ASIATASK","SecretAccessKey":"secret","Token":"token","Expiration":"2099-01-01T00:00:00Z"}"""));
        var lab = new EcsLab(moto, await LocalTable.StartAsync(), container);
        await lab.Objects.PutBucketAsync(Bucket);
        await lab._dynamo.TestTable.PrepareAsync(LocalTable.Settings() with { Name = Table }, CancellationToken.None);
        await lab.GivenSettingsAsync(("table-name", Table), ("results-bucket", Bucket), ("settings", """{"Interval":"500ms"}"""));
        return lab;
    }

    public async Task GivenSettingsAsync(params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            await Parameters.PutParameterAsync(new PutParameterRequest { Name = $"{Prefix}/{name}", Value = value, Type = ParameterType.String, Overwrite = true });
        }
    }

    public static string Arn(int task) => $"arn:aws:ecs:us-east-1:123456789012:task/cluster/{task:D32}";

    /// <summary>The one folder that a task may write to.</summary>
    public string Temporary(int task) => Directory.CreateDirectory(Folder.Combine($"task-{task}")).FullName;

    /// <summary>Starts the program as a task.</summary>
    public StartedProcess Start(int task, string[] arguments, params (string Name, string? Value)[] variables)
    {
        _container.Given("", $"GET /v4/{task}/task", WireAnswer.Json($$"""{"TaskARN":"{{Arn(task)}}","Family":"load-test"}"""));
        return _program.Start(["run", .. arguments],
        [
            ("ECS_CONTAINER_METADATA_URI_V4", $"{_container.Url}/v4/{task}"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", $"{_container.Url}/credentials"),
            ("ENVIRONMENT", "dev"), ("SSM_PARAMETER_PREFIX", Prefix), ("AWS_REGION", "us-east-1"),
            ("AWS_ENDPOINT_URL_DYNAMODB", _dynamo.Connection.Endpoint!.ToString()), ("AWS_ENDPOINT_URL_SSM", _moto.Endpoint.ToString()),
            ("AWS_ENDPOINT_URL_S3", _moto.Endpoint.ToString()), ("TMPDIR", Temporary(task)), .. variables,
        ]);
    }

    /// <summary>Tells the tasks of a run who they are, as whoever starts them does.</summary>
    public Task AssignAsync(string run, int tasks) => PutAsync(
        $"runs/{run}/assignment.json",
        $$"""{"version":2,"runId":"{{run}}","at":"2026-01-02T03:04:05.678Z","tasks":[{{string.Join(',', Enumerable.Range(0, tasks).Select(task => $$"""{"arn":"{{Arn(task)}}","index":{{task}}}"""))}}]}""");

    /// <summary>Waits until so many tasks of a run are ready, and tells them when they begin.</summary>
    public async Task StartAsync(string run, TimeSpan lead, int tasks)
    {
        while ((await Objects.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = $"runs/{run}/ready/" })).S3Objects?.Count != tasks) await Task.Delay(50);
        var start = TimeProvider.System.GetUtcNow() + lead;
        await PutAsync($"runs/{run}/start.json", $$"""{"version":1,"runId":"{{run}}","start":"{{start.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"}""");
    }

    public Task PutAsync(string key, string text) => Objects.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = text });

    /// <summary>Fetches what the tasks of a run uploaded, and merges it.</summary>
    public async Task<(LoadTestProgram.Finished Finished, string Folder)> MergeAsync(string run)
    {
        var folder = Folder.Combine("fetched", run);
        var listed = await Objects.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = $"runs/{run}/workers/" });
        foreach (var found in listed.S3Objects ?? [])
        {
            using var answer = await Objects.GetObjectAsync(Bucket, found.Key);
            await answer.WriteResponseStreamToFileAsync(Path.Combine(folder, found.Key[$"runs/{run}/".Length..]), append: false, CancellationToken.None);
        }

        return (await _program.RunAsync(["merge", $"--run-folder={folder}"]), folder);
    }

    public async ValueTask DisposeAsync()
    {
        Objects.Dispose();
        Parameters.Dispose();
        _program.Dispose();
        await _container.DisposeAsync();
        await _dynamo.DisposeAsync();
        await _moto.DisposeAsync();
    }
}
