namespace LocalDynamo.Tests.Contract;

/// <summary>Items: what comes back as it was, and what cannot be stored.</summary>
internal static class ItemCases
{
    private static readonly string[] Values =
    [
        """{"S": ""}""", """{"S": "ünïcödé 😀 \" \\ \u0001"}""", """{"B": ""}""", """{"B": "AAECAw=="}""", """{"BOOL": false}""",
        """{"NULL": true}""", """{"NULL": false}""",
        """{"SS": ["b", "a"]}""", """{"SS": [""]}""", """{"SS": ["a", "a"]}""", """{"NS": ["2", "1.0"]}""", """{"NS": ["1", "1.0"]}""",
        """{"BS": ["YQ==", "Yg=="]}""", """{"BS": ["YQ==", "YQ=="]}""",
        """{"L": []}""", """{"M": {}}""", """{"L": [{"S": "a"}, {"L": [{"N": "1"}]}, {"M": {"x": {"NULL": true}}}]}""",
        """{"M": {"x": {"M": {"y": {"SS": ["q"]}}}}}""",
        """{}""", """{"S": "a", "N": "1"}""", """{"L": [{}]}""", """{"M": {"x": {}}}""", """{"L": [{"N": "x"}]}""", """{"NS": ["x"]}""",
    ];

    public static IEnumerable<ContractCase> All() =>
        [
        .. Values.Select(value => new ContractCase($"value {value}", table =>
            table.RoundTripAsync($$$"""{"pk": {"S": "a"}, "v": {{{value}}}}"""))),
        Nested("L", 31), Nested("L", 32), Nested("M", 31), Nested("M", 32),
        Sized("the largest item", (400 * 1024) - 4, "none"), Sized("a byte too much", (400 * 1024) - 3, "none"),
        new("an attribute without a name", table => table.RoundTripAsync("""{"pk": {"S": "a"}, "": {"S": "x"}}""")),
    ];

    private static ContractCase Nested(string type, int levels) => new($"{Shown.Number(levels)} levels of {type}", async table =>
    {
        var value = """{"S": "x"}""";
        for (var i = 0; i < levels; i++) value = type == "L" ? $$$"""{"L": [{{{value}}}]}""" : $$$"""{"M": {"a": {{{value}}}}}""";
        await table.PutAsync($$$"""{"pk": {"S": "a"}, "v": {{{value}}}}""");
        return "stored";
    });

    private static ContractCase Sized(string name, int bytes, string answer) => new(name, async table =>
    {
        await table.PutAsync($$$"""{"pk": {"S": "a"}, "v": {"S": "{{{new string('x', bytes)}}}"}}""");
        return answer;
    });
}
