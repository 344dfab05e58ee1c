using Amazon.CloudWatchLogs;
using Amazon.ECS;
using Amazon.S3;
using Build.Aws;

namespace Build.Ecs;

/// <summary>The services that a run is made with, and as whom.</summary>
/// <param name="Ecs">Tasks.</param>
/// <param name="Logs">Their output.</param>
/// <param name="S3">Their results.</param>
/// <param name="Session">Who asks; null where that is not known.</param>
public sealed record EcsAccess(IAmazonECS Ecs, IAmazonCloudWatchLogs Logs, IAmazonS3 S3, AwsSession? Session)
{
    /// <summary>The clients of a session.</summary>
    public static async Task<EcsAccess> OfAsync(AwsClients clients, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(clients);
        return new EcsAccess(
            await clients.EcsAsync(cancel), await clients.LogsAsync(cancel), await clients.S3Async(cancel), await clients.SessionAsync(cancel));
    }
}
