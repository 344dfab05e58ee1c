using LoadTest.Configuration;
using LoadTest.Configuration.Options;

namespace Build.Ecs;

/// <summary>Where a run takes place: what the load test's stack says of itself.</summary>
public sealed record DeployedLoadTest
{
    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The cluster's name.</summary>
    public required string Cluster { get; init; }

    /// <summary>The task definition, with its revision.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>The container whose command a run overrides.</summary>
    public required string Container { get; init; }

    /// <summary>The private subnets.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>The security group of the tasks.</summary>
    public required string SecurityGroupId { get; init; }

    /// <summary>Where the tasks' output goes.</summary>
    public required string LogGroup { get; init; }

    /// <summary>The first part of a stream's name.</summary>
    public required string LogStreamPrefix { get; init; }

    /// <summary>Where results go.</summary>
    public required string Bucket { get; init; }

    /// <summary>The path of the settings in SSM.</summary>
    public required string SsmPrefix { get; init; }

    /// <summary>The table under test.</summary>
    public required string TableArn { get; init; }

    /// <summary>The family of the task definition.</summary>
    public string Family => TaskDefinition[(TaskDefinition.LastIndexOf('/') + 1)..].Split(':')[0];

    /// <summary>The stream of a task.</summary>
    public string LogStream(string taskArn)
    {
        ArgumentNullException.ThrowIfNull(taskArn);
        return $"{LogStreamPrefix}/{Container}/{TaskName.IdOf(taskArn)}";
    }

    /// <summary>From the outputs of the stack <c>loadtest</c>; settings that name another cluster or task definition win.</summary>
    /// <exception cref="KeyNotFoundException">An output is missing.</exception>
    public static DeployedLoadTest Of(Settings settings, IReadOnlyDictionary<string, string> outputs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(outputs);
        return new DeployedLoadTest
        {
            Environment = settings.Environment,
            Cluster = Named(settings, EcsOptions.ECSClusterName) ?? outputs["ClusterName"],
            TaskDefinition = Named(settings, EcsOptions.ECSTaskDefinition) ?? outputs["TaskDefinitionArn"],
            Container = outputs["ContainerName"],
            SubnetIds = outputs["SubnetIds"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            SecurityGroupId = outputs["SecurityGroupId"],
            LogGroup = outputs["LogGroupName"],
            LogStreamPrefix = outputs["LogStreamPrefix"],
            Bucket = outputs["ResultsBucketName"],
            SsmPrefix = outputs["SSMParameterPrefix"],
            TableArn = outputs["TableArn"],
        };
    }

    private static string? Named(Settings settings, Option<string> option) => settings.Get(option) is { Length: > 0 } name ? name : null;
}
