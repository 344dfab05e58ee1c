using Amazon.DynamoDBv2.Model;
using TestSupport;

namespace LocalDynamo.Tests.Operations;

/// <summary>What transactions do beside other requests and as time goes by.</summary>
public sealed class TransactionTests
{
    [Test]
    public async Task A_token_makes_a_repeated_transaction_harmless_for_ten_minutes()
    {
        var time = new ManualTimeProvider();
        await using var local = await LocalTestServer.StartAsync(time: time);
        await CreateAsync(local, time);
        await AddAsync(local, "token");
        time.Advance(TimeSpan.FromMinutes(9.9));
        await AddAsync(local, "token");
        Assert.That(await BalanceAsync(local, "a"), Is.EqualTo(1));
        time.Advance(TimeSpan.FromMinutes(0.2));
        await AddAsync(local, "token");
        Assert.That(await BalanceAsync(local, "a"), Is.EqualTo(2));
    }

    [Test]
    public async Task Transfers_beside_each_other_lose_nothing_and_are_cancelled_by_conflicts_alone()
    {
        await using var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { EnforceCapacity = false });
        await local.CreateTableAsync();
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, ct) =>
        {
            try
            {
                await local.Client.TransactWriteItemsAsync(Transfer(i % 3, (i + 1) % 3), ct);
                Interlocked.Increment(ref done);
            }
            catch (TransactionCanceledException error)
            {
                Assert.That(error.CancellationReasons,
                    Has.All.Property("Code").EqualTo("None").Or.Property("Code").EqualTo("TransactionConflict"));
            }

            // Both sides of a transfer are seen, or neither.
            var seen = await SumAsync(local);
            if (seen is not null) Assert.That(seen, Is.Zero);
        });
        Assert.That(done, Is.Positive);
        Assert.That(await SumAsync(local), Is.Zero);
    }

    [Test]
    public async Task Units_of_transactions_are_double_in_the_counters_too()
    {
        var time = new ManualTimeProvider();
        await using var local = await LocalTestServer.StartAsync(time: time);
        await CreateAsync(local, time);
        await AddAsync(local, token: null);
        await local.Client.TransactGetItemsAsync(new TransactGetItemsRequest { TransactItems = [Get("a")] });
        var units = local.Server.Counters.Units["items"];
        Assert.That((units.Read, units.Write), Is.EqualTo((2.0, 2.0)));
    }

    [Test]
    public async Task A_transaction_without_capacity_is_cancelled_with_that_reason()
    {
        var time = new ManualTimeProvider();
        await using var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { Burst = TimeSpan.FromSeconds(1) }, time);
        await CreateAsync(local, time, units: 1);
        await AddAsync(local, token: null);
        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => AddAsync(local, token: null));
        Assert.That(error!.CancellationReasons.Single().Code, Is.EqualTo("ProvisionedThroughputExceeded"));
        Assert.That(await BalanceAsync(local, "a"), Is.EqualTo(1));
    }

    private static async Task CreateAsync(LocalTestServer local, ManualTimeProvider time, long? units = null)
    {
        var creation = local.CreateTableAsync(units: units);
        while (!creation.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(creation, Task.Delay(20));
        }

        await creation;
    }

    private static Task<TransactWriteItemsResponse> AddAsync(LocalTestServer local, string? token) =>
        local.Client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [Add("a", "1")], ClientRequestToken = token });

    private static TransactWriteItemsRequest Transfer(int from, int to) =>
        new() { TransactItems = [Add(Keys.Of(from), "-1"), Add(Keys.Of(to), "1")] };

    private static TransactWriteItem Add(string key, string amount) => new()
    {
        Update = new Update
        {
            TableName = "items",
            Key = new() { ["pk"] = new(key) },
            UpdateExpression = "ADD balance :amount",
            ExpressionAttributeValues = new() { [":amount"] = new() { N = amount } },
        },
    };

    private static TransactGetItem Get(string key) => new() { Get = new Get { TableName = "items", Key = new() { ["pk"] = new(key) } } };

    private static async Task<int> BalanceAsync(LocalTestServer local, string key) => int.Parse(
        (await local.Client.GetItemAsync("items", new() { ["pk"] = new(key) })).Item["balance"].N,
        System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<int?> SumAsync(LocalTestServer local)
    {
        try
        {
            var read = await local.Client.TransactGetItemsAsync(new TransactGetItemsRequest
            {
                TransactItems = [Get(Keys.Of(0)), Get(Keys.Of(1)), Get(Keys.Of(2))],
            });
            return read.Responses.Sum(found => found.Item is { Count: > 0 } item
                ? int.Parse(item["balance"].N, System.Globalization.CultureInfo.InvariantCulture)
                : 0);
        }
        catch (TransactionCanceledException)
        {
            return null;
        }
    }
}
