using TestSupport;

namespace LocalDynamo.Tests.Contract;

/// <summary>Holds the words that LocalDynamo does not share with DynamoDB Local to what another stand-in says.</summary>
[Category("Slow")]
public sealed class DynaliteContractTests
{
    [Test]
    public async Task Dynalite_vouches_for_the_differences()
    {
        await using var server = await DynaliteProcess.StartAsync();
        using var client = LocalTestServer.ClientFor(server.Endpoint);
        if (Answers.IsRecording) await RecordAsync(client);
        var recorded = Answers.OfDynalite.Read();
        var answers = new Dictionary<string, string>();
        foreach (var contractCase in ContractCases.All.Where(contractCase => recorded.ContainsKey(contractCase.Name)))
            answers[contractCase.Name] = Answers.OneLine(await ContractTable.RunAsync(client, contractCase));
        Assert.That(answers, Is.EqualTo(recorded));
    }

    private static async Task RecordAsync(Amazon.DynamoDBv2.AmazonDynamoDBClient dynalite)
    {
        await using var local = await LocalTestServer.StartAsync();
        var dynamoDbLocal = Answers.OfDynamoDbLocal.Read();
        var answers = new List<(string Name, string Answer)>();
        foreach (var contractCase in ContractCases.All.Where(contractCase => !Differences.Own.ContainsKey(contractCase.Name)))
        {
            var ours = Answers.OneLine(await ContractTable.RunAsync(local.Client, contractCase));
            if (ours != dynamoDbLocal[contractCase.Name]) answers.Add((contractCase.Name,
                await ContractTable.RunAsync(dynalite, contractCase)));
        }

        Answers.OfDynalite.Write(answers);
    }
}
