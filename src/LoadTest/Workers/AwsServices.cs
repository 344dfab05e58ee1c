using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleSystemsManagement;
using LoadTest.DynamoDb;

namespace LoadTest.Workers;

/// <summary>Clients of the services beside DynamoDB that a task of ECS needs. The SDK finds their addresses itself, AWS_ENDPOINT_URL_* included.</summary>
internal static class AwsServices
{
    private const int Retries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A client of the parameter store.</summary>
    public static AmazonSimpleSystemsManagementClient Parameters(Connection connection) =>
        new(connection.Credentials, Of<AmazonSimpleSystemsManagementConfig>(connection));

    /// <summary>A client of the object store; the bucket stands in the path where the address is somebody else's, who may have no name for it.</summary>
    public static AmazonS3Client Objects(Connection connection)
    {
        var config = Of<AmazonS3Config>(connection);
        config.ForcePathStyle = IsElsewhere("AWS_ENDPOINT_URL_S3") || IsElsewhere("AWS_ENDPOINT_URL");
        return new AmazonS3Client(connection.Credentials, config);
    }

    private static T Of<T>(Connection connection)
        where T : ClientConfig, new() => new()
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(connection.Region),
            MaxErrorRetry = Retries,
            Timeout = Patience,
        };

    private static bool IsElsewhere(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
