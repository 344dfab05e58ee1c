using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests;

public sealed class ServerTests
{
    [Test]
    public async Task What_is_put_is_read_back_and_scanned()
    {
        await using var local = await LocalTestServer.StartAsync();
        var table = await local.CreateTableAsync();
        for (var i = 0; i < 10; i++)
            await local.Client.PutItemAsync(table, new() { ["pk"] = new(Keys.Of(i)), ["n"] = new() { N = "1.50" } });

        var item = (await local.Client.GetItemAsync(table, new() { ["pk"] = new("key-3") })).Item;
        var all = await local.Client.ScanAsync(new ScanRequest(table));

        Assert.Multiple(() =>
        {
            Assert.That(item["n"].N, Is.EqualTo("1.5"));
            Assert.That(all.Items.Select(found => found["pk"].S), Is.EquivalentTo(Enumerable.Range(0, 10).Select(i => Keys.Of(i))));
            Assert.That(local.Server.Counters.Requests["PutItem"], Is.EqualTo(10));
        });
    }

    [Test]
    public async Task A_table_is_first_creating_then_active_and_after_its_deletion_gone()
    {
        await using var local = await LocalTestServer.StartAsync();
        var created = await local.Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "items",
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
        Assert.That(created.TableDescription.TableStatus, Is.EqualTo(TableStatus.CREATING));
        Assert.That(created.TableDescription.TableArn, Is.EqualTo("arn:aws:dynamodb:eu-west-1:000000000000:table/items"));
        await Task.Delay(100);
        await local.Client.DeleteTableAsync("items");
        await Task.Delay(100);
        Assert.That(async () => await local.Client.DescribeTableAsync("items"), Throws.TypeOf<ResourceNotFoundException>());
    }

    [Test]
    public async Task A_port_in_use_is_said_plainly()
    {
        await using var local = await LocalTestServer.StartAsync();
        var port = local.Server.Endpoint.Port;
        var error = await Assert.ThrowsAsync<PortInUseException>(() => LocalTestServer.StartAsync(new LocalDynamoOptions { Port = port }));
        Assert.That(error!.Port, Is.EqualTo(port));
        Assert.That(error.Message,
            Is.EqualTo(FormattableString.Invariant($"Port {port} on 127.0.0.1 is in use by another program. Port 0 picks a free one.")));
    }

    [Test]
    public async Task It_listens_on_loopback_alone()
    {
        await using var local = await LocalTestServer.StartAsync();
        var port = local.Server.Endpoint.Port;
        Assert.That(local.Server.Endpoint.Host, Is.EqualTo("127.0.0.1"));
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener =>
            listener.Port == port);
        Assert.That(listeners.Select(listener => listener.Address), Is.EqualTo(new[] { System.Net.IPAddress.Loopback }));
    }

    [Test]
    public async Task Tags_are_set_listed_and_removed()
    {
        await using var local = await LocalTestServer.StartAsync();
        await local.Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "items",
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Tags = [new Tag { Key = "owner", Value = "me" }],
        });
        var arn = (await local.Client.DescribeTableAsync("items")).Table.TableArn;
        await local.Client.TagResourceAsync(new TagResourceRequest
        {
            ResourceArn = arn,
            Tags = [new Tag { Key = "purpose", Value = "test" }, new Tag { Key = "owner", Value = "you" }]
        });
        Assert.That(await TagsAsync(local, arn), Is.EqualTo(new[] { "owner=you", "purpose=test" }));
        await local.Client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["owner", "other"] });
        Assert.That(await TagsAsync(local, arn), Is.EqualTo(new[] { "purpose=test" }));
    }

    [Test]
    public async Task Tags_of_a_table_that_is_not_there_are_not_found()
    {
        await using var local = await LocalTestServer.StartAsync();
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => local.Client.ListTagsOfResourceAsync(
            new ListTagsOfResourceRequest { ResourceArn = "arn:aws:dynamodb:eu-west-1:000000000000:table/items" }));
        Assert.That(error!.Message, Does.EndWith("arn:aws:dynamodb:eu-west-1:000000000000:table/items not found"));
    }

    private static async Task<IEnumerable<string>> TagsAsync(LocalTestServer local, string arn) =>
        (await local.Client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags.Select(tag =>
            $"{tag.Key}={tag.Value}");
}
