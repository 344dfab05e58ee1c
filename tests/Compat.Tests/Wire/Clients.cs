using Amazon.CloudFormation;
using Amazon.CloudWatchLogs;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Runtime;

namespace Compat.Tests.Wire;

/// <summary>Clients with fixed keys that speak to an address of the test's own.</summary>
internal static class Clients
{
    public const string Region = "eu-central-1";
    public const string Key = "AKIDTEST";

    public static AmazonCloudFormationClient CloudFormation(string url) => new(Key, "secret", To(new AmazonCloudFormationConfig(), url));

    public static AmazonECRClient Ecr(string url) => new(Key, "secret", To(new AmazonECRConfig(), url));

    public static AmazonECSClient Ecs(string url) => new(Key, "secret", To(new AmazonECSConfig(), url));

    public static AmazonCloudWatchLogsClient Logs(string url) => new(Key, "secret", To(new AmazonCloudWatchLogsConfig(), url));

    private static T To<T>(T config, string url)
        where T : ClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = Region;
        return config;
    }
}
