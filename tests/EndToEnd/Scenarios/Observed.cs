using System.Text.Json.Nodes;
using EndToEnd.Aws;

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

    /// <summary>What a task wrote.</summary>
    public static async Task<string> LogAsync(string taskId)
    {
        var answer = await AskAsync("logs", "Logs_20140328.GetLogEvents", new JsonObject
        {
            ["logGroupName"] = await LogGroupAsync(),
            ["logStreamName"] = $"load-test/load-test/{taskId}",
            ["startFromHead"] = true,
        });
        return string.Join('\n', answer["events"]!.AsArray().Select(written => (string)written!["message"]!));
    }

    /// <summary>The buckets.</summary>
    public static async Task<IReadOnlyList<string>> BucketsAsync() => await S3NamesAsync("", "Name");

    /// <summary>The keys in the results bucket that begin so.</summary>
    public static async Task<IReadOnlyList<string>> ObjectsAsync(string prefix)
    {
        var bucket = (await BucketsAsync()).Single(name => name.Contains("results", StringComparison.Ordinal));
        return await S3NamesAsync($"{bucket}?list-type=2&prefix={prefix}", "Key");
    }

    /// <summary>The tables.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync()
    {
        using var dynamo = new TestSupport.Moto.MotoClient(Services.DynamoDb, Names.Region);
        var answer = JsonNode.Parse(await dynamo.JsonAsync("dynamodb", "DynamoDB_20120810.ListTables", "{}"))!;
        return [.. answer["TableNames"]!.AsArray().Select(name => (string)name!)];
    }

    /// <summary>How many items a table holds.</summary>
    public static async Task<long> ItemCountAsync(string table)
    {
        using var dynamo = new TestSupport.Moto.MotoClient(Services.DynamoDb, Names.Region);
        var count = 0L;
        JsonNode? from = null;
        do
        {
            var request = new JsonObject { ["TableName"] = table, ["Select"] = "COUNT" };
            if (from is not null) request["ExclusiveStartKey"] = from.DeepClone();
            var page = JsonNode.Parse(await dynamo.JsonAsync("dynamodb", "DynamoDB_20120810.Scan", request.ToJsonString()))!;
            count += page["Count"]!.GetValue<long>();
            from = page["LastEvaluatedKey"];
        }
        while (from is not null);
        return count;
    }

    /// <summary>How often an operation was called.</summary>
    public static int Calls(string operation) => Services.Front.Calls.Count(call => call.Operation == operation);

    private static async Task<string> LogGroupAsync() =>
        (string)(await TaskDefinitionAsync())["containerDefinitions"]![0]!["logConfiguration"]!["options"]!["awslogs-group"]!;

    private static async Task<IReadOnlyList<string>> S3NamesAsync(string target, string element)
    {
        using var client = new HttpClient();
        var answer = System.Xml.Linq.XElement.Parse(await client.GetStringAsync(new Uri(Services.S3, target)));
        return [.. answer.Descendants().Where(each => each.Name.LocalName == element && each.Parent!.Name.LocalName is "Bucket" or "Contents").Select(name => name.Value)];
    }

    private static async Task<JsonObject> AskAsync(string service, string target, JsonObject request) =>
        JsonNode.Parse(await Services.Moto.JsonAsync(service, target, request.ToJsonString()))!.AsObject();
}
