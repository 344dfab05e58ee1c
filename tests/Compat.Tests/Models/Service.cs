using System.Reflection;
using Amazon.CloudFormation;
using Amazon.CloudWatchLogs;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Runtime;

namespace Compat.Tests.Models;

/// <summary>A stand-in and the model that it is held to.</summary>
/// <param name="Folder">The folder of the model in botocore's data.</param>
/// <param name="Calls">The interface of the client.</param>
/// <param name="Config">Makes a configuration.</param>
/// <param name="Error">The general exception.</param>
internal sealed record Service(string Folder, Type Calls, Func<ClientConfig> Config, Type Error)
{
    public static IReadOnlyList<Service> All { get; } =
    [
        new("cloudformation/2010-05-15", typeof(IAmazonCloudFormation), () => new AmazonCloudFormationConfig(), typeof(AmazonCloudFormationException)),
        new("ecr/2015-09-21", typeof(IAmazonECR), () => new AmazonECRConfig(), typeof(AmazonECRException)),
        new("ecs/2014-11-13", typeof(IAmazonECS), () => new AmazonECSConfig(), typeof(AmazonECSException)),
        new("logs/2014-03-28", typeof(IAmazonCloudWatchLogs), () => new AmazonCloudWatchLogsConfig(), typeof(AmazonCloudWatchLogsException)),
    ];

    public Assembly Assembly => Calls.Assembly;

    /// <summary>Name, request and response of each call.</summary>
    public IEnumerable<(string Operation, Type Request, Type Response)> Operations => Calls.GetMethods()
        .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(method => (method.Name[..^5], method.GetParameters()[0].ParameterType, method.ReturnType.GetGenericArguments()[0]));

    public override string ToString() => Folder.Split('/')[0];
}
