using System.Text.Json;
using StandIns.Ecs;
using TestSupport;
using TestSupport.Moto;

namespace Build.Tests.Ecs.Support;

/// <summary>The load test itself, as built, with a DynamoDB of its own: what tasks run, and what merges their results.</summary>
internal sealed class RealProgram : IAsyncDisposable
{
    public const string Table = "lab-table";
    private static readonly string Configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
    private readonly StartedProcess _dynamo;
    private readonly MotoClient _client;
    private readonly Dictionary<string, string> _variables;

    private RealProgram(StartedProcess dynamo, string endpoint, MotoServer moto, Uri? buckets)
    {
        (_dynamo, _client) = (dynamo, new MotoClient(moto.Endpoint, EcsLab.Region));
        _variables = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = Path.GetTempPath(),
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_ENDPOINT_URL"] = moto.Endpoint.ToString().TrimEnd('/'),
            ["AWS_ENDPOINT_URL_S3"] = (buckets ?? moto.Endpoint).ToString().TrimEnd('/'),
            ["AWS_ENDPOINT_URL_DYNAMODB"] = endpoint,
        };
        Endpoint = new Uri(endpoint);
    }

    /// <summary>Where its DynamoDB listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts the DynamoDB, and puts the settings of the lab into SSM.</summary>
    /// <param name="moto">For all other services.</param>
    /// <param name="buckets">For buckets, where that is not moto itself.</param>
    public static async Task<RealProgram> StartAsync(MotoServer moto, Uri? buckets = null)
    {
        const string mark = "listening on ";
        var dynamo = StartedProcess.Start("dotnet", [Assembly, "local-dynamo", "--port=0"], Path.GetTempPath(), ("ENVIRONMENT", null));
        await dynamo.UntilOutputAsync(mark);
        await dynamo.UntilOutputAsync("\n");
        var program = new RealProgram(dynamo, dynamo.Output.Split(mark)[1].Split('\n')[0].Trim(), moto, buckets);
        using (var tables = new MotoClient(program.Endpoint, EcsLab.Region))
        {
            await tables.JsonAsync("dynamodb", "DynamoDB_20120810.CreateTable", $$"""
                {"TableName": "{{Table}}", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "Tags": [{"Key": "dynamodb-load-test", "Value": "allowed"}]}
                """);
        }

        foreach (var (name, value) in new[] { ("table-name", Table), ("results-bucket", EcsLab.Bucket), ("settings", """{"MaxConnections":"8"}""") })
        {
            await program._client.JsonAsync("ssm", "AmazonSSM.PutParameter", JsonSerializer.Serialize(new { Name = "/lab/" + name, Value = value, Type = "String" }));
        }

        return program;
    }

    /// <summary>Starts tasks with it.</summary>
    public ProcessTaskStarter Starter(string folder) => new("dotnet", [Assembly], folder, _variables);

    /// <summary>Merges the results in a run's folder; gives the exit code and the merged summary.</summary>
    public static async Task<(int Code, JsonElement Summary, string Text)> MergeAsync(string folder)
    {
        using var merge = StartedProcess.Start("dotnet", [Assembly, "merge", $"--run-folder={folder}"], Path.GetTempPath(), ("ENVIRONMENT", null));
        var code = await merge.ExitAsync();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "summary.json")));
        return (code, json.RootElement.Clone(), merge.Output + merge.Error);
    }

    /// <summary>How many items of the measured part the table holds: those of the warm-up have a w after the run's id.</summary>
    public async Task<long> ItemsAsync()
    {
        using var tables = new MotoClient(Endpoint, EcsLab.Region);
        var (count, from) = (0L, "");
        do
        {
            var answer = await tables.JsonAsync("dynamodb", "DynamoDB_20120810.Scan", $$"""
                {"TableName": "{{Table}}", "Select": "COUNT", "FilterExpression": "NOT begins_with(pk, :w)", "ExpressionAttributeValues": {":w": {"S": "r1#w"} }{{from}} }
                """);
            using var page = JsonDocument.Parse(answer);
            count += page.RootElement.GetProperty("Count").GetInt64();
            from = page.RootElement.TryGetProperty("LastEvaluatedKey", out var last) ? $", \"ExclusiveStartKey\": {last.GetRawText()}" : "";
        }
        while (from.Length > 0);

        return count;
    }

    public async ValueTask DisposeAsync()
    {
        _dynamo.Signal("TERM");
        await _dynamo.ExitAsync();
        _dynamo.Dispose();
        _client.Dispose();
    }

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "..", "..", "LoadTest", Configuration, "dynamodb-load-test.dll");
}
