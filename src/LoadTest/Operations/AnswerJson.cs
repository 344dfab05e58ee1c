using System.Text.Json;

namespace LoadTest.Operations;

/// <summary>Reads the few things that are needed of a successful answer, and passes over the rest. Allocates nothing.</summary>
public static class AnswerJson
{
    /// <summary>The capacity units that the answer names, 0 where it names none, and whether it holds an item.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static (double CapacityUnits, bool HasItem) Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An answer is a JSON object.");
        double units = 0;
        var hasItem = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("ConsumedCapacity"u8)) units = ReadUnits(ref reader);
            else
            {
                var isItem = reader.ValueTextEquals("Item"u8);
                reader.Read();
                hasItem |= isItem && reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
            }
        }

        // What follows the object must be nothing: a second one would be another answer.
        if (reader.Read()) throw new JsonException("Something follows the answer.");
        return (units, hasItem);
    }

    private static double ReadUnits(ref Utf8JsonReader reader)
    {
        double units = 0;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return units;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isUnits = reader.ValueTextEquals("CapacityUnits"u8);
            reader.Read();
            if (isUnits && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var given) && double.IsFinite(given)) units = given;
            reader.Skip();
        }

        return units;
    }
}
