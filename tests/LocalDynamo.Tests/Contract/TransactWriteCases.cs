using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>TransactWriteItems: all or nothing, and why nothing.</summary>
internal static class TransactWriteCases
{
    private static readonly Dictionary<string, AttributeValue> One = Wire.Map("""{":n": {"N": "1"}}""");

    public static IEnumerable<ContractCase> All() =>
        [
        Of("transaction of everything", Put("new"), Update("there", "ADD n :n"), Delete("gone"), Check("kept", "attribute_exists(pk)")),
        Of("transaction that makes by update", Update("new", "SET n = :n")), Of("transaction that deletes nothing", Delete("new")),
        Of("transaction with conditions that hold", Put("new", "attribute_not_exists(pk)"), Delete("gone", "attribute_exists(pk)")),
        Of("transaction whose condition fails", Put("new"), Put("there", "attribute_not_exists(pk)"), Delete("gone")),
        Of("transaction whose conditions fail", Put("there", "attribute_not_exists(pk)"), Check("kept", "attribute_not_exists(pk)"),
            Delete("new", "attribute_exists(pk)"), Put("other")),
        Of("transaction whose failure says the item",
            new TransactWriteItem { Put = new Put { Item = Item("there"), ConditionExpression = "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD } }, Put("new")),
        Of("transaction whose failed check says nothing there",
            new TransactWriteItem { ConditionCheck = new ConditionCheck { Key = Key("new"), ConditionExpression = "attribute_exists(pk)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD } }),
        Of("transaction on one item twice", Put("new"), Delete("new")), Of("transaction of nothing"),
        Of("the largest transaction", [.. Enumerable.Range(0, 100).Select(i => Put(Keys.Of(i)))]),
        Of("a transaction too large", [.. Enumerable.Range(0, 101).Select(i => Put(Keys.Of(i)))]),
        Of("transaction with an action that is nothing", new TransactWriteItem()),
        Of("transaction with an action that is two", new TransactWriteItem { Put = Put("new").Put, Delete = Delete("gone").Delete }),
        Of("transaction with a check of nothing", new TransactWriteItem { ConditionCheck = new ConditionCheck { Key = Key("kept") } }),
        Of("transaction that updates without one", new TransactWriteItem { Update = new Update { Key = Key("kept") } }),
        Of("transaction with a wrong update", Put("new"), Update("there", "SET n = ")),
        Of("transaction with a wrong condition", Put("new", "pk =")),
        Of("transaction that updates from what is not there", Put("new"), Update("there", "SET n = zz + :n")),
        Of("transaction that updates the key", Put("new"), Update("there", "SET pk = :n")),
        Of("transaction with an item without key", Put("new"), new TransactWriteItem { Put = new Put { Item = Wire.Map(
            """{"x": {"S": "a"}}""") } }),
        Of("transaction with a key of another type", new TransactWriteItem { Put = new Put { Item = Wire.Map("""{"pk": {"N": "1"}}""") } }),
        Of("transaction with another key", Put("new"), new TransactWriteItem { Delete = new Delete { Key = Wire.Map(
            """{"x": {"S": "a"}}""") } }),
        Of("transaction with an item too large", new TransactWriteItem { Put = new Put { Item = Wire.Map(
            $$$"""{"pk": {"S": "a"}, "v": {"S": "{{{new string('x', 400 * 1024)}}}"}}""") } }),
        Of("transaction of more than 4 MB", [.. Enumerable.Range(0, 11).Select(i => new TransactWriteItem { Put = new Put { Item = Wire.Map(
            $$$"""{"pk": {"S": "{{{Keys.Of(i)}}}"}, "v": {"S": "{{{new string('x', 399_000)}}}"}}""") } })]),
        Of("transaction with a value that is not used",
            new TransactWriteItem { Update = new Update { Key = Key("new"), UpdateExpression = "REMOVE n",
            ExpressionAttributeValues = One } }),
        new("transaction in a table that is not there", async table =>
        {
            var put = Put("new");
            put.Put.TableName = "not-there";
            await table.Client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [put] });
            return "done";
        }),
        new("transaction with a token, twice", table => TwiceAsync(table, "ADD n :n", "ADD n :n")),
        new("transaction with another's token", table => TwiceAsync(table, "ADD n :n", "SET n = :n")),
        new("transaction with a long token", table => ApplyAsync(table, [Put("new")], new string('t', 37))),
        new("units of a transaction", async table => Shown.Units((await table.Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems = Named(table, [Put("new")]),
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        })).ConsumedCapacity.Single())),
    ];

    private static ContractCase Of(string name, params TransactWriteItem[] actions) => new(name, async table =>
    {
        foreach (var key in new[] { "there", "gone", "kept" }) await table.PutAsync($$$"""{"pk": {"S": "{{{key}}}"}, "n": {"N": "5"}}""");
        var answer = await ContractTable.AnswerAsync(() => ApplyAsync(table, actions, token: null));
        var left = await table.Client.ScanAsync(new ScanRequest(table.Name) { ConsistentRead = true });
        return $"{answer}, then {Shown.Items(left.Items.Where(item => !item["pk"].S.StartsWith("key-", StringComparison.Ordinal)))}";
    });

    private static async Task<string> ApplyAsync(ContractTable table, TransactWriteItem[] actions, string? token)
    {
        try
        {
            await table.Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems = Named(table, actions),
                ClientRequestToken = token,
            });
            return "done";
        }
        catch (TransactionCanceledException error)
        {
            return $"{error.ErrorCode}: {error.Message} " + string.Join("; ", error.CancellationReasons.Select(reason =>
                $"{reason.Code} {reason.Message} {Shown.Item(reason.Item is { Count: > 0 } item ? item : null)}"));
        }
    }

    private static async Task<string> TwiceAsync(ContractTable table, string first, string second)
    {
        var token = Guid.NewGuid().ToString();
        await ApplyAsync(table, [Update("counted", first)], token);
        var answer = await ContractTable.AnswerAsync(() => ApplyAsync(table, [Update("counted", second)], token));
        return $"{answer}, then {Shown.Item((await table.Client.GetItemAsync(table.Name, Key("counted"))).Item)}";
    }

    // The SDK's requests name tables, which every run has anew.
    private static List<TransactWriteItem> Named(ContractTable table, IEnumerable<TransactWriteItem> actions) =>
        [.. actions.Select(action =>
        {
            if (action.Put is not null) action.Put.TableName = table.Name;
            if (action.Update is not null) action.Update.TableName = table.Name;
            if (action.Delete is not null) action.Delete.TableName = table.Name;
            if (action.ConditionCheck is not null) action.ConditionCheck.TableName = table.Name;
            return action;
        })];

    private static Dictionary<string, AttributeValue> Key(string key) => Wire.Map($$$"""{"pk": {"S": "{{{key}}}"}}""");

    private static Dictionary<string, AttributeValue> Item(string key) => Wire.Map($$$"""{"pk": {"S": "{{{key}}}"}, "v": {"S": "new"}}""");

    private static TransactWriteItem Put(string key, string? condition = null) =>
        new() { Put = new Put { Item = Item(key), ConditionExpression = condition } };

    private static TransactWriteItem Delete(string key, string? condition = null) =>
        new() { Delete = new Delete { Key = Key(key), ConditionExpression = condition } };

    private static TransactWriteItem Check(string key, string condition) =>
        new() { ConditionCheck = new ConditionCheck { Key = Key(key), ConditionExpression = condition } };

    private static TransactWriteItem Update(string key, string text) => new()
    {
        Update = new Update
        {
            Key = Key(key),
            UpdateExpression = text,
            ExpressionAttributeValues = text.Contains(":n", StringComparison.Ordinal) ? One : null,
        },
    };
}
