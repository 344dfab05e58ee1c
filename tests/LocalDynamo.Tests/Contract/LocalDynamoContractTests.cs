namespace LocalDynamo.Tests.Contract;

/// <summary>Holds LocalDynamo to the same answers as Amazon's DynamoDB Local, but for the <see cref="Differences"/>.</summary>
public sealed class LocalDynamoContractTests
{
    private readonly Dictionary<string, string> _recorded = Answers.Read();
    private LocalTestServer _local = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _local = await LocalTestServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _local.DisposeAsync();

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.All))]
    public async Task LocalDynamo_answers_as_Amazons_server_does(object contractCase)
    {
        var asked = (ContractCase)contractCase;
        var answer = Answers.OneLine(await ContractTable.RunAsync(_local.Client, asked));
        Assert.That(answer, Is.EqualTo(Differences.Of(asked.Name, _recorded[asked.Name])));
    }

    [Test]
    public void Every_listed_difference_is_one()
    {
        var cases = ContractCases.All.Select(contractCase => contractCase.Name);
        Assert.Multiple(() =>
        {
            Assert.That(Differences.Names, Is.SubsetOf(cases));
            foreach (var name in Differences.Names) Assert.That(Differences.Of(name, _recorded[name]), Is.Not.EqualTo(_recorded[name]), name);
        });
    }
}
