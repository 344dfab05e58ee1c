using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Tables with indexes that cannot be created.</summary>
internal static class IndexCreationCases
{
    public static IEnumerable<ContractCase> All() =>
        [
        Of("create with no index at all", request => request.GlobalSecondaryIndexes = []),
        Of("create with an index of no name", request => First(request).IndexName = null),
        Of("create with an index of a short name", request => First(request).IndexName = Name("ab")),
        Of("create with an index of a wrong name", request => First(request).IndexName = Name("a;bc")),
        Of("create with an index without keys", request => First(request).KeySchema = null),
        Of("create with an index without projection", request => First(request).Projection = null),
        Of("create with an index of an unknown projection", request => First(request).Projection = new() { ProjectionType = "FOO" }),
        Of("create with an index that holds all and some",
            request => First(request).Projection = new() { ProjectionType = ProjectionType.ALL, NonKeyAttributes = ["a"] }),
        Of("create with an index that includes nothing",
            request => First(request).Projection = new() { ProjectionType = ProjectionType.INCLUDE }),
        Of("create with an index by what is not defined", request => First(request).KeySchema = [new("h", KeyType.HASH)]),
        Of("create with a definition that no index uses",
            request => request.AttributeDefinitions.Add(new("h", ScalarAttributeType.S))),
        Of("create with one index twice", request => request.GlobalSecondaryIndexes[1].IndexName = "all"),
        Of("create with an index by a sort key alone", request => First(request).KeySchema = [new("g", KeyType.RANGE)]),
        Of("create with 21 indexes", request => request.GlobalSecondaryIndexes = [.. Enumerable.Range(0, 21).Select(i =>
            new GlobalSecondaryIndex
            {
                IndexName = Keys.Of(i), KeySchema = [new("g", KeyType.HASH), new("s", KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.ALL },
            })]),
        Of("create provisioned with an index without units", request =>
        {
            request.BillingMode = BillingMode.PROVISIONED;
            request.ProvisionedThroughput = new(1, 1);
        }),
        Of("create with an index of no units", request =>
        {
            request.BillingMode = BillingMode.PROVISIONED;
            request.ProvisionedThroughput = new(1, 1);
            foreach (var index in request.GlobalSecondaryIndexes) index.ProvisionedThroughput = new(1, 1);
            First(request).ProvisionedThroughput = new(0, 1);
        }),
    ];

    // Out of sight of the analyzer that knows the SDK's constraints.
    private static string Name(string wrong) => wrong;

    private static GlobalSecondaryIndex First(CreateTableRequest request) => request.GlobalSecondaryIndexes[0];

    private static ContractCase Of(string name, Action<CreateTableRequest> change) => new(name, async table =>
    {
        var request = IndexTable.Request(table.Name + "-indexed");
        change(request);
        try
        {
            await table.CreateAsync(request);
            return "created";
        }
        finally
        {
            await ContractTable.AnswerAsync(async () =>
                (await table.Client.DeleteTableAsync(request.TableName)).TableDescription.TableName);
        }
    });
}
