using System.Text.Json;
using LocalDynamo.Items;

namespace LocalDynamo.Tests.Items;

/// <summary>Sizes as "DynamoDB item sizes and formats" in the developer guide counts them.</summary>
public sealed class SizeTests
{
    [TestCase("""{"pk": {"S": "abc"}}""", 5)]
    [TestCase("""{"é": {"S": "é"}}""", 4)]
    [TestCase("""{"b": {"B": "AAECAw=="}}""", 5)]
    [TestCase("""{"b": {"BOOL": true}, "n": {"NULL": true}}""", 4)]
    [TestCase("""{"s": {"SS": ["a", "bc"]}}""", 4)]
    [TestCase("""{"l": {"L": []}}""", 4)]
    [TestCase("""{"l": {"L": [{"S": "abc"}, {"BOOL": true}]}}""", 1 + 3 + 4 + 2)]
    [TestCase("""{"m": {"M": {"x": {"S": "abc"}}}}""", 1 + 3 + 1 + 1 + 3)]
    [TestCase("""{"n": {"N": "12"}}""", 3)]
    public void An_item_is_the_sum_of_its_names_and_values(string json, int bytes)
    {
        using var document = JsonDocument.Parse(json);
        Assert.That(new ItemReader(new NamePool()).ReadMap(document.RootElement).Size, Is.EqualTo(bytes));
    }
}
