namespace LocalDynamo.Tests.Contract;

/// <summary>Holds LocalDynamo to the answers of Amazon's DynamoDB Local, but for the <see cref="Differences"/>.</summary>
public sealed class LocalDynamoContractTests
{
    private readonly Dictionary<string, string> _dynamoDbLocal = Answers.OfDynamoDbLocal.Read();
    private readonly Dictionary<string, string> _dynalite = Answers.OfDynalite.Read();
    private Dictionary<string, string> _answers = [];

    /// <summary>Asks everything at once, as each case waits for a table of its own.</summary>
    [OneTimeSetUp]
    public async Task AskAsync()
    {
        await using var local = await LocalTestServer.StartAsync();
        var answers = await Task.WhenAll(ContractCases.All.Select(async asked =>
            (asked.Name, await ContractTable.RunAsync(local.Client, asked))));
        _answers = answers.ToDictionary(answer => answer.Name, answer => Answers.OneLine(answer.Item2));
    }

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.All))]
    public void LocalDynamo_answers_as_Amazons_server_does(object contractCase)
    {
        var name = ((ContractCase)contractCase).Name;
        Assert.That(_answers[name], Is.EqualTo(Differences.Of(name, _dynamoDbLocal, _dynalite)));
    }

    [Test]
    public void Every_difference_is_one_in_words_and_not_in_the_type_of_an_error()
    {
        Assert.Multiple(() =>
        {
            foreach (var name in _dynalite.Keys.Concat(Differences.Own.Keys))
            {
                var answer = Differences.Of(name, _dynamoDbLocal, _dynalite);
                Assert.That(answer, Is.Not.EqualTo(_dynamoDbLocal[name]), name);
                if (!KnownToAnswer.Contains(name)) Assert.That(Type(answer), Is.EqualTo(Type(_dynamoDbLocal[name])), name);
            }
        });
    }

    // DynamoDB Local counts two units for a delete of nothing in a batch, none for a read of nothing in one, and four for a small write of
    // a transaction; it takes PROVISIONED without units for no change, and a transaction's update that says nothing for one; and it refuses
    // as invalid some transactions that DynamoDB cancels with a reason.
    private static readonly string[] KnownToAnswer =
    [
        "batch", "update to provisioned without units", "the largest batch get", "units of a transaction",
        "transaction that updates without one", "transaction that updates from what is not there", "transaction with an item without key",
        "transaction with another key",
    ];

    private static string Type(string answer) => answer.Split(':')[0];
}
