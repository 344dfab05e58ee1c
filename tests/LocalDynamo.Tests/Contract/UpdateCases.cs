using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>UpdateItem: what updates make of an item, every way in which they are wrong, and what they answer with.</summary>
internal static class UpdateCases
{
    private const string Item =
        """
        {"pk": {"S": "a"}, "n": {"N": "5"}, "s": {"S": "x"}, "l": {"L": [{"N": "1"}, {"N": "2"}]},
         "m": {"M": {"x": {"N": "1"}, "y": {"M": {"z": {"S": "q"}}}}}, "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2"]},
         "bs": {"BS": ["YQ==", "Yg=="]}}
        """;

    private static readonly Placeholders Given = new(
        """{"#n": "n", "#x": "x"}""",
        """
        {":one": {"N": "1"}, ":two": {"N": "2.5"}, ":tiny": {"N": "0.0000000000000000000000000000000000001"}, ":big": {"N": "9e125"},
         ":s": {"S": "t"}, ":bytes": {"B": "YQ=="}, ":l": {"L": [{"S": "new"}]}, ":map": {"M": {"k": {"S": "v"}}},
         ":ss": {"SS": ["b", "c"]}, ":ab": {"SS": ["b", "a"]}, ":ns": {"NS": ["2.0", "3"]}, ":bs": {"BS": ["Yg==", "Yw=="]},
         ":yes": {"BOOL": true}, ":none": {"NULL": true}, ":empty": {"S": ""}}
        """);

    private static readonly string[] Answered =
    [
        "SET n = :one, q = :s", "SET m.x = :s", "REMOVE s, zz", "REMOVE zz", "SET l[1] = :s, l[8] = :one", "REMOVE l[0]",
        "ADD ss :ss, q :one", "DELETE ss :ab", "SET m.w = :one",
    ];

    public static IEnumerable<ContractCase> All() =>
        [
        .. UpdateTexts.All.Select(text => Of(
            $"update {text.ReplaceLineEndings("\\n").Replace("\t", "\\t", StringComparison.Ordinal)}", new UpdateItemRequest(), text)),
        Of("update with a long text", new UpdateItemRequest(), "SET n = :one" + new string(' ', 4100)),
        .. new[] { ReturnValue.NONE, ReturnValue.ALL_OLD, ReturnValue.UPDATED_OLD, ReturnValue.ALL_NEW, ReturnValue.UPDATED_NEW }
            .SelectMany(values => Answered.Select(text =>
                Of($"{values.Value} of {text}", new UpdateItemRequest { ReturnValues = values }, text))),
        .. new[] { ReturnValue.ALL_OLD, ReturnValue.UPDATED_OLD, ReturnValue.ALL_NEW, ReturnValue.UPDATED_NEW }
            .Select(values => Of($"{values.Value} of a new item", new UpdateItemRequest { ReturnValues = values }, "SET q = :s", "new")),
        Of("update of nothing that removes", new UpdateItemRequest { ReturnValues = ReturnValue.ALL_NEW }, "REMOVE q", "new"),
        Of("update of nothing that deletes", new UpdateItemRequest { ReturnValues = ReturnValue.ALL_NEW }, "DELETE q :ss", "new"),
        Of("update of nothing that adds", new UpdateItemRequest { ReturnValues = ReturnValue.ALL_NEW }, "ADD q :one", "new"),
        Of("update without an expression", new UpdateItemRequest { ReturnValues = ReturnValue.ALL_NEW }, text: null),
        Of("update without an expression of nothing", new UpdateItemRequest { ReturnValues = ReturnValue.ALL_NEW }, text: null, "new"),
        Of("update whose condition holds", new UpdateItemRequest { ConditionExpression = "n > :one" }, "SET n = :one"),
        Of("update whose condition fails", new UpdateItemRequest { ConditionExpression = "n < :one" }, "SET n = :one"),
        Of("update whose condition fails says the item",
            new UpdateItemRequest { ConditionExpression = "n < :one",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD }, "SET n = zz"),
        Of("update of nothing on condition", new UpdateItemRequest { ConditionExpression = "attribute_exists(pk)" }, "SET q = :s", "new"),
        Of("update and condition both wrong", new UpdateItemRequest { ConditionExpression = "n =" }, "SET"),
        Of("update with a value that is not used",
            new UpdateItemRequest { ExpressionAttributeValues = Wire.Map("""{":q": {"N": "1"}}""") }, "REMOVE n"),
        Of("update with values alone",
            new UpdateItemRequest { ExpressionAttributeValues = Wire.Map("""{":q": {"N": "1"}}""") }, text: null),
        Of("update with names alone", new UpdateItemRequest { ExpressionAttributeNames = new() { ["#q"] = "n" } }, text: null),
        Of("update with unknown return values", new UpdateItemRequest { ReturnValues = "FOO" }, "SET n = :one"),
        new("update of another key", table => UpdateAsync(table, new UpdateItemRequest { UpdateExpression = "REMOVE n" },
            """{"x": {"S": "a"}}""")),
        new("update in no table", async table => Shown.Item((await table.Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "not-there", Key = Wire.Map("""{"pk": {"S": "a"}}"""), UpdateExpression = "REMOVE n",
        })).Attributes)),
        Grown("update to the largest item", (400 * 1024) - 4), Grown("update beyond the largest item", (400 * 1024) - 3),
        Grown("update that costs five units", 5000),
        Nested("update that nests 31 levels", 30), Nested("update that nests 32 levels", 31),
    ];

    private static ContractCase Of(string name, UpdateItemRequest request, string? text, string key = "a")
    {
        request.UpdateExpression = text;
        Given.Give($"{text} {request.ConditionExpression}", request.ExpressionAttributeNames, request.ExpressionAttributeValues,
            out var names, out var values);
        request.ExpressionAttributeNames = names;
        request.ExpressionAttributeValues = values;
        return new(name, async table =>
        {
            await table.PutAsync(Item);
            return await UpdateAsync(table, request, $$$"""{"pk": {"S": "{{{key}}}"}}""");
        });
    }

    private static async Task<string> UpdateAsync(ContractTable table, UpdateItemRequest request, string key)
    {
        request.TableName = table.Name;
        request.Key = Wire.Map(key);
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES;
        try
        {
            var answer = await table.Client.UpdateItemAsync(request);
            var left = await table.Client.GetItemAsync(table.Name, request.Key);
            var returned = answer.Attributes is { Count: > 0 } ? Shown.Item(answer.Attributes) : "nothing";
            return $"{Shown.Units(answer.ConsumedCapacity)}, answered {returned}, left {Shown.Item(left.Item)}";
        }
        catch (ConditionalCheckFailedException error)
        {
            return $"{error.ErrorCode}: {error.Message} {Shown.Item(error.Item)}";
        }
    }

    private static ContractCase Grown(string name, int bytes) => new(name, async table => Shown.Units((
        await table.Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table.Name,
            Key = Wire.Map("""{"pk": {"S": "a"}}"""),
            UpdateExpression = "SET v = :v",
            ExpressionAttributeValues = new() { [":v"] = new AttributeValue(new string('x', bytes)) },
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        })).ConsumedCapacity));

    private static ContractCase Nested(string name, int levels) => new(name, async table =>
    {
        await table.PutAsync(Item);
        var value = """{"S": "x"}""";
        for (var i = 0; i < levels; i++) value = $$$"""{"L": [{{{value}}}]}""";
        await table.Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table.Name,
            Key = Wire.Map("""{"pk": {"S": "a"}}"""),
            UpdateExpression = "SET m.q = :v",
            ExpressionAttributeValues = Wire.Map($$$"""{":v": {{{value}}}}"""),
        });
        return "stored";
    });
}
