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
            TableName = "items", KeySchema = [new("pk", KeyType.HASH)], AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
        Assert.That(created.TableDescription.TableStatus, Is.EqualTo(TableStatus.CREATING));
        Assert.That(created.TableDescription.TableArn, Is.EqualTo("arn:aws:dynamodb:eu-west-1:000000000000:table/items"));
        await Task.Delay(100);
        await local.Client.DeleteTableAsync("items");
        await Task.Delay(100);
        Assert.That(async () => await local.Client.DescribeTableAsync("items"), Throws.TypeOf<ResourceNotFoundException>());
    }
}
