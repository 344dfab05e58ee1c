using System.Collections.Concurrent;
using Amazon.CloudFormation;
using Amazon.CloudWatchLogs;
using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleSystemsManagement;

namespace Build.Aws;

/// <summary>The clients of AWS, each made when it is first asked for, all of one session. Each serves many threads at once.</summary>
public sealed class AwsClients(AwsAccess access) : IDisposable
{
    private readonly ConcurrentDictionary<Type, IDisposable> _clients = new();

    /// <summary>The session that the clients act in.</summary>
    public Task<AwsSession> SessionAsync(CancellationToken cancel) => access.SessionAsync(cancel);

    public Task<IAmazonCloudFormation> CloudFormationAsync(CancellationToken cancel) => GetAsync<IAmazonCloudFormation>(
        login => new AmazonCloudFormationClient(login.Credentials, ClientSettings.Of<AmazonCloudFormationConfig>(login)), cancel);

    public Task<IAmazonECR> EcrAsync(CancellationToken cancel) => GetAsync<IAmazonECR>(
        login => new AmazonECRClient(login.Credentials, ClientSettings.Of<AmazonECRConfig>(login)), cancel);

    public Task<IAmazonECS> EcsAsync(CancellationToken cancel) => GetAsync<IAmazonECS>(
        login => new AmazonECSClient(login.Credentials, ClientSettings.Of<AmazonECSConfig>(login)), cancel);

    public Task<IAmazonCloudWatchLogs> LogsAsync(CancellationToken cancel) => GetAsync<IAmazonCloudWatchLogs>(
        login => new AmazonCloudWatchLogsClient(login.Credentials, ClientSettings.Of<AmazonCloudWatchLogsConfig>(login)), cancel);

    public Task<IAmazonEC2> Ec2Async(CancellationToken cancel) => GetAsync<IAmazonEC2>(
        login => new AmazonEC2Client(login.Credentials, ClientSettings.Of<AmazonEC2Config>(login)), cancel);

    public Task<IAmazonS3> S3Async(CancellationToken cancel) => GetAsync<IAmazonS3>(
        login => new AmazonS3Client(login.Credentials, ClientSettings.Of<AmazonS3Config>(login)), cancel);

    public Task<IAmazonSimpleSystemsManagement> SsmAsync(CancellationToken cancel) => GetAsync<IAmazonSimpleSystemsManagement>(
        login => new AmazonSimpleSystemsManagementClient(login.Credentials, ClientSettings.Of<AmazonSimpleSystemsManagementConfig>(login)), cancel);

    public Task<IAmazonDynamoDB> DynamoDbAsync(CancellationToken cancel) => GetAsync<IAmazonDynamoDB>(
        login => new AmazonDynamoDBClient(login.Credentials, ClientSettings.Of<AmazonDynamoDBConfig>(login)), cancel);

    public void Dispose()
    {
        foreach (var client in _clients.Values) client.Dispose();
    }

    private async Task<T> GetAsync<T>(Func<AwsLogin, T> make, CancellationToken cancel)
        where T : class, IAmazonService, IDisposable
    {
        var session = await access.SessionAsync(cancel);
        return (T)_clients.GetOrAdd(typeof(T), _ => make(session));
    }
}
