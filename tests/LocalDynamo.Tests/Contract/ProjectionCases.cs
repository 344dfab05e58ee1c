using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>Projection expressions.</summary>
internal static class ProjectionCases
{
    private const string Item =
        """
        {"pk": {"S": "a"}, "n": {"N": "5"}, "l": {"L": [{"N": "1"}, {"N": "2"}, {"M": {"y": {"S": "z"}}}]},
         "m": {"M": {"x": {"S": "y"}, "z": {"L": [{"N": "7"}]}}}}
        """;

    private static readonly string[] Texts =
    [
        "n", "n, m.x", "m.x, m.z", "m.z[0]", "l[2], l[0]", "l[2].y, l[1]", "zz", "n.x", "m.x.y", "l[9]", "l[1], m.zz, pk", "#a",
        "#a, #b.x", "m . x",
        " ", "n,", "n n", ",n", "m.", "m, m.x", "m.x, m", "m.x, m[0]", "n, n", "n, #a", "l[1], l", "l[0], l[0]", "name", "#zz", ":v",
        "size(n)", "n = n", "(n)", "l[-1]", "SET", "l[99999999999]",
    ];

    public static IEnumerable<ContractCase> All() =>
        Texts.Select(text => new ContractCase($"projection {text}", table => GetAsync(table, text, Names(text))))
            .Append(new ContractCase("projection with a name that is not used", table => GetAsync(table, "n", new() { ["#q"] = "n" })))
            .Append(new ContractCase("projection with no names at all", table => GetAsync(table, "n", [])))
            .Append(new ContractCase("names without an expression", table => GetAsync(table, projection: null, new() { ["#q"] = "n" })))
            .Append(new ContractCase("a name without #", table => GetAsync(table, "n", new() { ["q"] = "n" })))
            .Append(new ContractCase("a name with a sign", table => GetAsync(table, "n", new() { ["#a-b"] = "n" })))
            .Append(new ContractCase("a name for nothing", table => GetAsync(table, "#q", new() { ["#q"] = "" })));

    private static async Task<string> GetAsync(ContractTable table, string? projection, Dictionary<string, string>? names)
    {
        await table.PutAsync(Item);
        var answer = await table.Client.GetItemAsync(new GetItemRequest
        {
            TableName = table.Name,
            Key = Wire.Map("""{"pk": {"S": "a"}}"""),
            ProjectionExpression = projection,
            ExpressionAttributeNames = names,
        });
        return Shown.Item(answer.Item);
    }

    private static Dictionary<string, string>? Names(string text)
    {
        var names = new Dictionary<string,
            string>
        { ["#a"] = "n", ["#b"] = "m" }.Where(entry => text.Contains(entry.Key, StringComparison.Ordinal)).ToDictionary();
        return names.Count > 0 ? names : null;
    }
}
