using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using TestSupport;

namespace LocalDynamo.Tests.Capacity;

/// <summary>Indexes have capacity of their own, which writes to the table need too.</summary>
public sealed class IndexCapacityTests
{
    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task A_write_is_throttled_by_an_index_without_capacity_and_stores_nothing()
    {
        await using var local = await StartAsync();
        await PutAsync(local, "1", "g");
        await PutAsync(local, "2", "g");
        var error = await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => PutAsync(local, "3", "g"));
        Assert.That(error!.ThrottlingReasons.Select(reason => (reason.Reason, reason.Resource)), Is.EqualTo(new[]
        {
            ("IndexWriteProvisionedThroughputExceeded", "arn:aws:dynamodb:eu-west-1:000000000000:table/items/index/by-g"),
        }));
        Assert.That((await local.Client.GetItemAsync("items", new() { ["pk"] = new("3") })).Item, Is.Null.Or.Empty);
        Assert.That(() => PutAsync(local, "4", group: null), Throws.Nothing);
    }

    [Test]
    public async Task Units_are_counted_by_table_and_by_index()
    {
        await using var local = await StartAsync();
        await PutAsync(local, "1", "g");
        await PutAsync(local, "2", group: null);
        await local.Client.QueryAsync(new QueryRequest("items")
        {
            IndexName = "by-g",
            KeyConditionExpression = "g = :g",
            ExpressionAttributeValues = new() { [":g"] = new("g") },
        });
        var units = local.Server.Counters.Units;
        Assert.That((units["items"].Read, units["items"].Write), Is.EqualTo((0.0, 2.0)));
        Assert.That((units["items/by-g"].Read, units["items/by-g"].Write), Is.EqualTo((0.5, 1.0)));
    }

    [Test]
    public async Task A_batch_gets_back_the_keys_that_capacity_does_not_admit()
    {
        await using var local = await StartAsync();
        var keys = Enumerable.Range(0, 30).Select(i => new Dictionary<string, AttributeValue> { ["pk"] = new(Keys.Of(i)) }).ToList();
        var asked = new KeysAndAttributes { Keys = keys, ConsistentRead = true, ProjectionExpression = "g" };
        var answer = await local.Client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { ["items"] = asked } });
        var left = answer.UnprocessedKeys["items"];
        Assert.That(left.Keys.Select(key => key["pk"].S), Is.EqualTo(Enumerable.Range(10, 20).Select(Keys.Of)));
        Assert.That((left.ConsistentRead, left.ProjectionExpression), Is.EqualTo((true, "g")));
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => local.Client.BatchGetItemAsync(answer.UnprocessedKeys));
    }

    private async Task<LocalTestServer> StartAsync()
    {
        var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { Burst = TimeSpan.FromSeconds(1) }, _time);
        await local.Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "items",
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("g", ScalarAttributeType.S)],
            ProvisionedThroughput = new(10, 10),
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "by-g", KeySchema = [new("g", KeyType.HASH)], ProvisionedThroughput = new(2, 2),
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                },
            ],
        });
        _time.Advance(TimeSpan.FromSeconds(1));
        return local;
    }

    private static Task PutAsync(LocalTestServer local, string key, string? group)
    {
        var item = new Dictionary<string, AttributeValue> { ["pk"] = new(key) };
        if (group is not null) item["g"] = new(group);
        return local.Client.PutItemAsync("items", item);
    }
}
