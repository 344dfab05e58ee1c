using System.Text.Json.Nodes;
using System.Xml.Linq;
using EndToEnd.Aws;
using TestSupport.Moto;

namespace EndToEnd.Scenarios;

/// <summary>What is really there, seen from behind.</summary>
internal static class Observed
{
    private const string Repository = "dynamodb-load-test";

    private static AwsServices Services => Story.Account.Services;

    /// <summary>The tags in the registry.</summary>
    public static Task<IReadOnlyList<string>> TagsAsync() => Services.Images.TagsAsync(Repository, CancellationToken.None);

    /// <summary>What a tag names.</summary>
    public static async Task<string> DigestAsync(string tag) => (await Services.Images.ManifestAsync(Repository, tag, CancellationToken.None))!.Digest;

    /// <summary>The names of the stacks that are there.</summary>
    public static async Task<IReadOnlyList<string>> StacksAsync()
    {
        var answer = await Services.Moto.QueryAsync("cloudformation", "2010-05-15", "DescribeStacks", []);
        return
        [
            .. answer.Descendants().Where(element => element.Name.LocalName == "StackName" && element.Parent!.Parent!.Name.LocalName == "Stacks")
                .Select(name => name.Value),
        ];
    }

    /// <summary>The deployed task definition.</summary>
    public static async Task<JsonObject> TaskDefinitionAsync()
    {
        var answer = await AskAsync("ecs", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition", new JsonObject { ["taskDefinition"] = Story.Cluster });
        return answer["taskDefinition"]!.AsObject();
    }

    /// <summary>The streams of the log group of the tasks.</summary>
    public static async Task<IReadOnlyList<string>> LogStreamsAsync()
    {
        var answer = await AskAsync("logs", "Logs_20140328.DescribeLogStreams", new JsonObject { ["logGroupName"] = await LogGroupAsync() });
        return [.. answer["logStreams"]!.AsArray().Select(stream => (string)stream!["logStreamName"]!)];
    }

    /// <summary>The name of a task's stream.</summary>
    public static string LogStream(string taskId) => $"load-test/load-test/{taskId}";

    /// <summary>What a task wrote so far; nothing before Docker has made its stream.</summary>
    public static async Task<string> LogAsync(string taskId)
    {
        if (!(await LogStreamsAsync()).Contains(LogStream(taskId))) return "";
        var answer = await AskAsync("logs", "Logs_20140328.GetLogEvents", new JsonObject
        {
            ["logGroupName"] = await LogGroupAsync(),
            ["logStreamName"] = LogStream(taskId),
            ["startFromHead"] = true,
        });
        return string.Join('\n', answer["events"]!.AsArray().Select(written => (string)written!["message"]!));
    }

    /// <summary>The buckets.</summary>
    public static async Task<IReadOnlyList<string>> BucketsAsync()
    {
        using var client = new HttpClient();
        var answer = XElement.Parse(await client.GetStringAsync(Services.S3));
        return [.. answer.Descendants().Where(each => each.Name.LocalName == "Name" && each.Parent!.Name.LocalName == "Bucket").Select(name => name.Value)];
    }

    /// <summary>A text in the results bucket, read as its owner.</summary>
    public static async Task<string> ResultAsync(string key)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/{Names.Region}/s3/aws4_request, SignedHeaders=host, Signature=0");
        return await client.GetStringAsync(new Uri(Services.S3, $"{(await BucketsAsync()).Single(name => name.Contains("results", StringComparison.Ordinal))}/{key}"));
    }

    /// <summary>The tables.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await DynamoDbAsync("ListTables", []))["TableNames"]!.AsArray().Select(name => (string)name!)];

    /// <summary>How many items a table holds.</summary>
    public static async Task<long> ItemCountAsync(string table)
    {
        var count = 0L;
        JsonNode? from = null;
        do
        {
            var request = new JsonObject { ["TableName"] = table, ["Select"] = "COUNT" };
            if (from is not null) request["ExclusiveStartKey"] = from.DeepClone();
            var page = await DynamoDbAsync("Scan", request);
            count += page["Count"]!.GetValue<long>();
            from = page["LastEvaluatedKey"];
        }
        while (from is not null);
        return count;
    }

    /// <summary>Asks DynamoDB, with every right.</summary>
    public static async Task<JsonObject> DynamoDbAsync(string operation, JsonObject request)
    {
        using var dynamo = new MotoClient(Services.DynamoDb, Names.Region);
        return JsonNode.Parse(await dynamo.JsonAsync("dynamodb", $"DynamoDB_20120810.{operation}", request.ToJsonString()))!.AsObject();
    }

    /// <summary>How often an operation was called.</summary>
    public static int Calls(string operation) => Services.Front.Calls.Count(call => call.Operation == operation);

    private static async Task<string> LogGroupAsync() =>
        (string)(await TaskDefinitionAsync())["containerDefinitions"]![0]!["logConfiguration"]!["options"]!["awslogs-group"]!;

    private static async Task<JsonObject> AskAsync(string service, string target, JsonObject request) =>
        JsonNode.Parse(await Services.Moto.JsonAsync(service, target, request.ToJsonString()))!.AsObject();
}
