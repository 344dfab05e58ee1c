using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using TestSupport;

namespace LocalDynamo.Tests.Capacity;

/// <summary>Capacity as a client meets it, on a clock that only the test moves.</summary>
public sealed class ThrottlingTests
{
    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task A_provisioned_table_throttles_when_its_burst_is_spent_and_recovers_at_its_rate()
    {
        await using var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { Burst = TimeSpan.FromSeconds(10) }, _time);
        await CreateAsync(local, units: 5);
        Assert.That(await PutUntilThrottledAsync(local), Is.EqualTo(50));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(await PutUntilThrottledAsync(local), Is.EqualTo(10).Within(1));
        Assert.That(local.Server.Counters.Throttles,
            Is.EqualTo(new Dictionary<string, long> { ["TableWriteProvisionedThroughputExceeded"] = 2 }));
        Assert.That(local.Server.Counters.Units["items"].Write, Is.EqualTo(60).Within(1));
    }

    [Test]
    public async Task A_throttle_of_a_provisioned_table_says_its_reason_and_resource()
    {
        await using var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { Burst = TimeSpan.FromSeconds(1) }, _time);
        await CreateAsync(local, units: 1);
        await PutUntilThrottledAsync(local);
        var error = await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => PutAsync(local, 0));
        Assert.That(error!.ThrottlingReasons.Select(reason => (reason.Reason, reason.Resource)), Is.EqualTo(new[]
        {
            ("TableWriteProvisionedThroughputExceeded", "arn:aws:dynamodb:eu-west-1:000000000000:table/items"),
        }));
    }

    [Test]
    public async Task An_on_demand_partition_gives_a_thousand_writes_and_then_names_the_key_range()
    {
        await using var local = await LocalTestServer.StartAsync(time: _time);
        await CreateAsync(local, units: null);
        // One key lies in one partition; 100 units a write.
        var writes = 0;
        var error = await Assert.ThrowsAsync<ThrottlingException>(async () =>
        {
            for (; writes < 100; writes++) await local.Client.PutItemAsync("items",
                new() { ["pk"] = new("hot"), ["v"] = new(new string('x', 102_300)) });
        });
        Assert.That(writes, Is.EqualTo(10));
        Assert.That(error!.ThrottlingReasons.Single().Reason, Is.EqualTo("TableWriteKeyRangeThroughputExceeded"));
        _time.Advance(TimeSpan.FromSeconds(0.2));
        await local.Client.PutItemAsync("items", new() { ["pk"] = new("hot") });
    }

    [Test]
    public async Task Other_partitions_of_an_on_demand_table_go_on_beside_a_hot_one()
    {
        await using var local = await LocalTestServer.StartAsync(time: _time);
        await CreateAsync(local, units: null);
        var throttled = 0;
        for (var i = 0; i < 400; i++)
        {
            try
            {
                await local.Client.PutItemAsync("items", new() { ["pk"] = new(Keys.Of(i)), ["v"] = new(new string('x', 20_000)) });
            }
            catch (ThrottlingException)
            {
                throttled++;
            }
        }

        // 8,000 units were asked for; four partitions give a thousand each, and each may end with one write's debt.
        Assert.That((400 - throttled) * 20, Is.InRange(4000, 4000 + (4 * 20)));
    }

    [Test]
    public async Task A_failed_condition_still_consumes_capacity()
    {
        await using var local = await LocalTestServer.StartAsync(time: _time);
        await CreateAsync(local, units: 10);
        await PutAsync(local, 0);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => local.Client.PutItemAsync(new PutItemRequest
        {
            TableName = "items",
            Item = new() { ["pk"] = new(Keys.Of(0)), ["v"] = new(new string('x', 3000)) },
            ConditionExpression = "attribute_not_exists(pk)",
        }));
        Assert.That(local.Server.Counters.Units["items"].Write, Is.EqualTo(1 + 3));
    }

    [Test]
    public async Task A_batch_gives_back_what_capacity_does_not_admit_and_throws_when_that_is_all()
    {
        await using var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { Burst = TimeSpan.FromSeconds(1) }, _time);
        await CreateAsync(local, units: 4);
        var writes = Enumerable.Range(0, 10).Select(i => new WriteRequest(new PutRequest(new() { ["pk"] = new(Keys.Of(i)) }))).ToList();
        var answer = await local.Client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["items"] = writes } });
        Assert.That(answer.UnprocessedItems["items"].Select(write => write.PutRequest.Item["pk"].S),
            Is.EqualTo(Enumerable.Range(4, 6).Select(Keys.Of)));
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => local.Client.BatchWriteItemAsync(answer.UnprocessedItems));
    }

    [Test]
    public async Task Consistent_reads_cost_double()
    {
        await using var local = await LocalTestServer.StartAsync(time: _time);
        await CreateAsync(local, units: 10);
        await local.Client.GetItemAsync("items", new() { ["pk"] = new("a") }, consistentRead: false);
        await local.Client.GetItemAsync("items", new() { ["pk"] = new("a") }, consistentRead: true);
        Assert.That(local.Server.Counters.Units["items"].Read, Is.EqualTo(1.5));
    }

    [Test]
    public async Task More_capacity_ends_the_throttling()
    {
        await using var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { Burst = TimeSpan.FromSeconds(1) }, _time);
        await CreateAsync(local, units: 1);
        await PutUntilThrottledAsync(local);
        await local.Client.UpdateTableAsync(new UpdateTableRequest { TableName = "items", BillingMode = BillingMode.PAY_PER_REQUEST });
        Assert.That((await local.Client.DescribeTableAsync("items")).Table.TableStatus, Is.EqualTo(TableStatus.UPDATING));
        Assert.That(async () => await PutAsync(local, 1), Throws.Nothing);
    }

    [Test]
    public async Task Without_enforcement_units_are_counted_and_nothing_is_throttled()
    {
        await using var local = await LocalTestServer.StartAsync(new LocalDynamoOptions
        {
            EnforceCapacity = false,
            Burst = TimeSpan.FromSeconds(1)
        }, _time);
        await CreateAsync(local, units: 1);
        for (var i = 0; i < 20; i++) await PutAsync(local, i);
        Assert.That(local.Server.Counters.Units["items"].Write, Is.EqualTo(20));
    }

    private async Task CreateAsync(LocalTestServer local, long? units)
    {
        await local.Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "items",
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
            BillingMode = units is null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
            ProvisionedThroughput = units is null ? null : new ProvisionedThroughput(units.Value, units.Value),
        });
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task<int> PutUntilThrottledAsync(LocalTestServer local)
    {
        for (var written = 0; ; written++)
        {
            try
            {
                await PutAsync(local, written);
            }
            catch (ProvisionedThroughputExceededException)
            {
                return written;
            }
        }
    }

    private static Task<PutItemResponse> PutAsync(LocalTestServer local, int number) =>
        local.Client.PutItemAsync("items", new() { ["pk"] = new(Keys.Of(number)) });
}
