using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Condition and filter expressions: what holds, and every way in which they are wrong.</summary>
internal static class ConditionCases
{
    private const string Item =
        """
        {"pk": {"S": "a"}, "n": {"N": "5"}, "s": {"S": "aé"}, "l": {"L": [{"N": "1"}, {"SS": ["x", "y"]}]}, "m": {"M": {"x": {"S": "y"}}},
         "b": {"BOOL": true}, "nothing": {"NULL": true}, "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2"]}, "bin": {"B": "YWJj"}}
        """;

    private const string Values =
        """
        {":five": {"N": "5"}, ":fivetoo": {"N": "5.0"}, ":one": {"N": "1"}, ":two": {"N": "2"}, ":nine": {"N": "9"},
         ":text": {"S": "aé"}, ":a": {"S": "a"}, ":y": {"S": "y"}, ":map": {"M": {"x": {"S": "y"}}},
         ":yes": {"BOOL": true}, ":none": {"NULL": true},
         ":ab": {"SS": ["b", "a"]}, ":xy": {"SS": ["y", "x"]},
         ":list": {"L": []}, ":bytes": {"B": "YWI="}, ":typeS": {"S": "S"}, ":typeN": {"S": "N"}, ":typeX": {"S": "X"}}
        """;

    public static IEnumerable<ContractCase> All() => ConditionTexts.All.Select(text =>
        new ContractCase($"condition {Shorter(text)}", table => PutIfAsync(table, text)));

    private static async Task<string> PutIfAsync(ContractTable table, string text)
    {
        await table.PutAsync(Item);
        var values = Wire.Map(Values).Where(entry => Placeholders.Uses(text, entry.Key)).ToDictionary();
        var names = new Dictionary<string, string> { ["#n"] = "n", ["#x"] = "x", ["#m"] = "m" }
            .Where(entry => Placeholders.Uses(text, entry.Key)).ToDictionary();
        await table.Client.PutItemAsync(new PutItemRequest
        {
            TableName = table.Name,
            Item = Wire.Map(Item),
            ConditionExpression = text,
            ExpressionAttributeNames = names.Count > 0 ? names : null,
            ExpressionAttributeValues = values.Count > 0 ? values : null,
        });
        return "holds";
    }

    private static string Shorter(string text) =>
        text.Length > 80 ? text[..40] + "... of " + Shown.Number(text.Length) : text.Replace("\n", "\\n", StringComparison.Ordinal);
}
