using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace LocalDynamo.Tests.Faults;

/// <summary>Faults as a client meets them.</summary>
public sealed class FaultInjectionTests
{
    [Test]
    public async Task A_server_error_is_a_500_and_stores_nothing()
    {
        await using var local = await StartAsync(new FaultOptions { ServerError = 1 });
        var error = await Assert.ThrowsAsync<InternalServerErrorException>(() => PutAsync(local));
        Assert.That((int)error!.StatusCode, Is.EqualTo(500));
        Assert.That(await ItemCountAsync(local), Is.Zero);
        Assert.That(local.Server.Counters.Faults["ServerError"], Is.EqualTo(1));
    }

    [Test]
    public async Task Unavailable_is_a_503()
    {
        await using var local = await StartAsync(new FaultOptions { Unavailable = 1 });
        var error = await Assert.ThrowsAsync<Amazon.DynamoDBv2.AmazonDynamoDBException>(() => PutAsync(local));
        Assert.That((int)error!.StatusCode, Is.EqualTo(503));
    }

    [Test]
    public async Task A_throttle_comes_though_capacity_is_left_and_is_counted_by_reason()
    {
        await using var local = await StartAsync(new FaultOptions { Throttle = 1 });
        await Assert.ThrowsAsync<ThrottlingException>(() => PutAsync(local));
        Assert.That(local.Server.Counters.Throttles["TableWriteKeyRangeThroughputExceeded"], Is.EqualTo(1));
        Assert.That(await ItemCountAsync(local), Is.Zero);
    }

    [Test]
    public async Task A_lost_write_is_acknowledged_and_paid_for_and_not_there()
    {
        await using var local = await StartAsync(new FaultOptions { LoseWrite = 1 });
        await PutAsync(local);
        Assert.That(await ItemCountAsync(local), Is.Zero);
        Assert.That(local.Server.Counters.Units["items"].Write, Is.EqualTo(1));
    }

    [Test]
    public async Task A_hang_lasts_until_the_client_leaves()
    {
        await using var local = await StartAsync(new FaultOptions { Hang = 1 });
        using var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.That(async () => await PutAsync(local, leave.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await ItemCountAsync(local), Is.Zero);
    }

    [Test]
    public async Task A_server_with_hanging_requests_stops_at_once()
    {
        var local = await StartAsync(new FaultOptions { Hang = 1 });
        var hanging = PutAsync(local);
        while (local.Server.Counters.Faults.Count == 0) await Task.Delay(5);
        await local.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.That(async () => await hanging, Throws.Exception);
        local.Client.Dispose();
    }

    [Test]
    public async Task A_slow_body_comes_whole()
    {
        await using var local = await StartAsync(new FaultOptions { SlowBody = 1 });
        var begun = TimeProvider.System.GetTimestamp();
        await PutAsync(local);
        Assert.That(TimeProvider.System.GetElapsedTime(begun), Is.GreaterThan(TimeSpan.FromMilliseconds(500)));
        Assert.That(await ItemCountAsync(local), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_dropped_requests_about_half_were_carried_out()
    {
        await using var local = await StartAsync(new FaultOptions { Seed = 11, Drop = 1 });
        for (var i = 0; i < 40; i++)
        {
            var key = Keys.Of(i);
            Assert.That(async () => await local.Client.PutItemAsync("items", new() { ["pk"] = new(key) }),
                Throws.Exception.Not.InstanceOf<AmazonServiceException>());
        }

        Assert.That(await ItemCountAsync(local), Is.EqualTo(local.Server.Counters.Faults["DropAfter"]).And.InRange(8, 32));
    }

    [Test]
    public async Task Latency_is_added_to_items_and_not_to_tables()
    {
        await using var local = await StartAsync(new FaultOptions { Latency = new LatencyModel.Fixed(TimeSpan.FromMilliseconds(200)) });
        var begun = TimeProvider.System.GetTimestamp();
        await PutAsync(local);
        Assert.That(TimeProvider.System.GetElapsedTime(begun), Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(195)));
    }

    private static async Task<LocalTestServer> StartAsync(FaultOptions faults)
    {
        var local = await LocalTestServer.StartAsync(new LocalDynamoOptions { Faults = faults });
        await local.CreateTableAsync();
        return local;
    }

    private static Task<PutItemResponse> PutAsync(LocalTestServer local, CancellationToken ct = default) =>
        local.Client.PutItemAsync("items", new Dictionary<string, AttributeValue> { ["pk"] = new("a") }, ct);

    private static async Task<long> ItemCountAsync(LocalTestServer local) =>
        (await local.Client.DescribeTableAsync("items")).Table.ItemCount ?? 0;
}
