using System.Text.Json;
using LocalDynamo.Http;

namespace LocalDynamo.Items;

/// <summary>Reads <c>SS</c>, <c>NS</c> and <c>BS</c>: a set is never empty and holds no element twice.</summary>
internal static class SetReader
{
    /// <exception cref="DynamoException">The JSON has another shape, or the set is empty or has duplicates.</exception>
    public static SetValue Read(string type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) throw DynamoException.Serialization(WireShape.Unexpected(json));
        var elements = new List<AttributeValue>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray()) elements.Add(ReadElement(type, element));
        if (elements.Count == 0) throw DynamoException.Validation("One or more parameter values were invalid: " + EmptySet(type));
        if (HasDuplicates(elements)) throw DynamoException.Validation(Duplicates(type, elements));
        return new SetValue(type, elements);
    }

    private static AttributeValue ReadElement(string type, JsonElement element) => type switch
    {
        "SS" => new StringValue(ItemReader.Utf8Of(element)),
        "NS" => new NumberValue(DecimalText.Parse(ItemReader.Utf8Of(element))),
        _ => new BinaryValue(ItemReader.BytesOf(element)),
    };

    private static string EmptySet(string type) => type switch
    {
        "SS" => "An string set  may not be empty",
        "NS" => "An number set  may not be empty",
        _ => "Binary sets should not be empty",
    };

    private static bool HasDuplicates(List<AttributeValue> elements)
    {
        var sorted = elements.ToList();
        sorted.Sort((left, right) => left.Compare(right)!.Value);
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].SameAs(sorted[i - 1])) return true;
        }

        return false;
    }

    private static string Duplicates(string type, List<AttributeValue> elements) => type switch
    {
        "NS" => "Input collection contains duplicates",
        "SS" => $"One or more parameter values were invalid: Input collection [{string.Join(", ", elements)}] contains duplicates.",
        _ => "One or more parameter values were invalid: Input collection of type BS contains duplicates.",
    };
}
