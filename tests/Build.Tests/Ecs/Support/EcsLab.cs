using System.Globalization;
using Amazon.CloudWatchLogs;
using Amazon.ECS;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Build.Ecs;
using Build.Ecs.Collecting;
using Build.Output;
using StandIns.Ecs;
using StandIns.Logs;
using StandIns.Wire;
using TestSupport;
using TestSupport.Moto;

namespace Build.Tests.Ecs.Support;

/// <summary>
/// A deployed load test without AWS: stand-ins of ECS and CloudWatch Logs that really start tasks as processes, and moto for the bucket.
/// </summary>
internal sealed class EcsLab : IAsyncDisposable
{
    public const string Group = "/ecs/lab";
    public const string Region = "eu-central-1";
    public const string Bucket = "lab-results";
    private const string ClusterArn = $"arn:aws:ecs:{Region}:123456789012:cluster/lab";
    private const string DefinitionArn = $"arn:aws:ecs:{Region}:123456789012:task-definition/lab:7";
    private readonly WireServer _server = new();
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly AmazonECSClient _ecs;
    private readonly AmazonCloudWatchLogsClient _logs;
    private readonly AmazonS3Client _s3;

    private EcsLab(MotoServer moto, Func<string, ITaskStarter> starter)
    {
        var keys = new BasicAWSCredentials("test", "test");
        Service = new EcsService(ClusterArn, starter(Directory.CreateDirectory(_folder.Combine("tasks")).FullName), Store, new StandIns.Ecs.EcsPace { Step = TimeSpan.FromMilliseconds(15) }, TimeProvider.System);
        Service.Given(TaskDefinition.Of(DefinitionArn, "image:1", Group, new Dictionary<string, string> { ["ENVIRONMENT"] = "lab", ["SSM_PARAMETER_PREFIX"] = "/lab", ["AWS_REGION"] = Region }));
        Service.ServeOn(_server);
        new LogService(Store, LogFaults).ServeOn(_server);
        _ecs = new AmazonECSClient(keys, new AmazonECSConfig { ServiceURL = _server.Url, AuthenticationRegion = Region });
        _logs = new AmazonCloudWatchLogsClient(keys, new AmazonCloudWatchLogsConfig { ServiceURL = _server.Url, AuthenticationRegion = Region, MaxErrorRetry = 0 });
        _s3 = new AmazonS3Client(keys, new AmazonS3Config { ServiceURL = moto.Endpoint.ToString(), AuthenticationRegion = Region, ForcePathStyle = true });
        Access = new EcsAccess(_ecs, _logs, _s3, Session: null);
        Screen = new Screen(TextWriter.Synchronized(_output), TextWriter.Synchronized(_error));
    }

    public EcsService Service { get; }

    public EcsFaults Faults => Service.Faults;

    public LogStore Store { get; } = new(TimeProvider.System);

    public LogFaults LogFaults { get; } = new();

    public EcsAccess Access { get; }

    public Screen Screen { get; }

    public WireServer Server => _server;

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string RunFolder => _folder.Combine("runs", "r1");

    public Build.Ecs.EcsPace Pace { get; set; } = new()
    {
        States = TimeSpan.FromMilliseconds(40),
        Logs = TimeSpan.FromMilliseconds(40),
        LogCalls = TimeSpan.FromMilliseconds(1),
        Drain = TimeSpan.FromMilliseconds(400),
        FirstRetry = TimeSpan.FromMilliseconds(20),
        LongestRetry = TimeSpan.FromMilliseconds(80),
        Launching = TimeSpan.FromSeconds(20),
        Lead = TimeSpan.FromMilliseconds(200),
        Heartbeat = TimeSpan.FromMilliseconds(300),
    };

    public static DeployedLoadTest Place { get; } = new()
    {
        Environment = "lab",
        Cluster = "lab",
        TaskDefinition = DefinitionArn,
        Container = "load-test",
        SubnetIds = ["subnet-1", "subnet-2"],
        SecurityGroupId = "sg-1",
        LogGroup = Group,
        LogStreamPrefix = "load-test",
        Bucket = Bucket,
        SsmPrefix = "/lab",
        TableArn = $"arn:aws:dynamodb:{Region}:123456789012:table/lab-table",
    };

    /// <summary>Builds one; the tasks run a script of the shell, whose arguments are the task's command.</summary>
    public static Task<EcsLab> CreateAsync(MotoServer moto, string script) => CreateAsync(moto, folder => new ProcessTaskStarter(
        "/bin/sh", ["-c", script, "task"], folder, new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["RUNS"] = new Uri(moto.Endpoint, $"{Bucket}/runs").ToString(), ["SHARED"] = folder }));

    /// <summary>Builds one.</summary>
    /// <param name="moto">For the bucket.</param>
    /// <param name="starter">Makes what starts the tasks, of a folder that it may use.</param>
    public static async Task<EcsLab> CreateAsync(MotoServer moto, Func<string, ITaskStarter> starter)
    {
        var lab = new EcsLab(moto, starter);
        await lab._s3.PutBucketAsync(new PutBucketRequest { BucketName = Bucket, BucketRegionName = Region });
        return lab;
    }

    /// <summary>Runs a load test from its launch to the end of its tasks.</summary>
    public Task<TaskRunEnd> RunAsync(int tasks = 1, bool failFast = false, bool detach = false, string[]? flags = null, CancellationToken stop = default)
    {
        var order = new RunOrder("r1", tasks, flags ?? ["--rate=5"]) { FailsFast = failFast, IsDetached = detach };
        return new TaskRun(Access, Place, order, RunFolder, Screen, Pace, TimeProvider.System).ExecuteAsync("image:1", stop);
    }

    /// <summary>Brings the tasks' results into the run's folder, as the automation does before it merges them.</summary>
    public async Task CollectAsync(TaskRunEnd end)
    {
        await new RunBucket(_s3, Bucket, session: null).DownloadAsync("r1", RunFolder, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(RunFolder).FullName, "manifest.json"), end.Manifest.ToJson());
    }

    /// <summary>The lines that a task wrote, as they were kept.</summary>
    public string[] LogOf(int task) => File.ReadAllLines(Path.Combine(RunFolder, "workers", task.ToString("0000", CultureInfo.InvariantCulture), "task.log"));

    /// <summary>A file of the run in the bucket; null when it is not there.</summary>
    public async Task<string?> InBucketAsync(string name)
    {
        try
        {
            using var answer = await _s3.GetObjectAsync(Bucket, "runs/r1/" + name);
            using var reader = new StreamReader(answer.ResponseStream);
            return await reader.ReadToEndAsync();
        }
        catch (AmazonS3Exception)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _server.DisposeAsync();
        _ecs.Dispose();
        _logs.Dispose();
        _s3.Dispose();
        _folder.Dispose();
    }
}
