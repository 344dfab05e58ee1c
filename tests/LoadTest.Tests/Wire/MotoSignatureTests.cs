using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace LoadTest.Tests.Wire;

[Category("Slow"), Parallelizable]
public sealed class MotoSignatureTests
{
    [Test]
    public async Task A_server_that_checks_signatures_accepts_ours_and_refuses_those_of_another_secret()
    {
        await using var moto = await SigningUser.CreateAsync();
        await CreateTableAsync(moto);
        var options = WireLab.Options(moto.Endpoint) with { RequestTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };
        await using var lab = await WireLab.OpenAsync(options, 1, credentials: new BasicAWSCredentials(moto.AccessKey, moto.SecretKey));
        for (var i = 0; i < 20; i++) Assert.That(WireLab.Name(await lab.PutAsync(i)), Is.EqualTo("success"));
        var read = await lab.GetAsync(7);
        await using var forger = await WireLab.OpenAsync(options, 1, credentials: new BasicAWSCredentials(moto.AccessKey, "not the secret"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((WireLab.Name(read), read.ItemFound), Is.EqualTo(("success", true)));
            Assert.That(await forger.CategoryOfPutAsync(), Is.EqualTo("authorization"));
        }
    }

    private static async Task CreateTableAsync(SigningUser moto)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials(moto.AccessKey, moto.SecretKey),
            new AmazonDynamoDBConfig { ServiceURL = moto.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "items",
            KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
            AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S)],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
    }
}
