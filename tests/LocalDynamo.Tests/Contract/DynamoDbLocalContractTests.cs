using TestSupport;

namespace LocalDynamo.Tests.Contract;

/// <summary>Holds the recorded answers to what Amazon's own server says.</summary>
[Category("Slow")]
public sealed class DynamoDbLocalContractTests
{
    [Test]
    public async Task Amazons_server_gives_the_recorded_answers()
    {
        await using var server = await DynamoDbLocalProcess.StartAsync();
        using var client = LocalTestServer.ClientFor(server.Endpoint);
        var answers = new List<(string Name, string Answer)>();
        foreach (var contractCase in ContractCases.All)
            answers.Add((contractCase.Name, Answers.OneLine(await ContractTable.RunAsync(client, contractCase))));
        if (Answers.IsRecording) Answers.OfDynamoDbLocal.Write(answers);

        var recorded = Answers.OfDynamoDbLocal.Read();
        Assert.Multiple(() =>
        {
            Assert.That(answers.Select(entry => entry.Name), Is.Unique);
            Assert.That(recorded.Keys, Is.EquivalentTo(answers.Select(entry => entry.Name)));
            foreach (var (name, answer) in answers) Assert.That(answer, Is.EqualTo(recorded.GetValueOrDefault(name)), name);
        });
    }
}
