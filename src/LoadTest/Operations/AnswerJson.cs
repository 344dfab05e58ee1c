using System.Text.Json;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>Reads the few things that are needed of a successful answer, and passes over the rest. Allocates nothing.</summary>
public static class AnswerJson
{
    /// <summary>Reads an answer to a request for a single item or a page: its capacity units, and how many items it holds.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static OperationAnswer Read(ReadOnlySpan<byte> json) => Read(json, default, null, isBatch: false);

    /// <summary>Reads an answer to a request for several items, and marks those of them that it names as unprocessed.</summary>
    /// <exception cref="JsonException">It is no JSON object, or names an item that was not asked for.</exception>
    public static OperationAnswer Read(ReadOnlySpan<byte> json, in PlannedRequest request, ItemGenerator items)
    {
        request.Items.BeginAnswer();
        try
        {
            return Read(json, request, items, isBatch: true);
        }
        catch (JsonException)
        {
            request.Items.ForgetAnswer();
            throw;
        }
    }

    private static OperationAnswer Read(ReadOnlySpan<byte> json, in PlannedRequest request, ItemGenerator? items, bool isBatch)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An answer is a JSON object.");
        var capacity = default(CapacityFigures);
        var found = 0;
        var unprocessed = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("ConsumedCapacity"u8)) ReadCapacity(ref reader, ref capacity);
            else if (reader.ValueTextEquals("Item"u8)) found += ReadItem(ref reader);
            else if (reader.ValueTextEquals("Count"u8)) found += ReadCount(ref reader);
            else if (reader.ValueTextEquals("Responses"u8)) found += ReadResponses(ref reader);
            else if (isBatch && (reader.ValueTextEquals("UnprocessedItems"u8) || reader.ValueTextEquals("UnprocessedKeys"u8)))
                unprocessed += UnprocessedJson.Read(ref reader, request, items!);
            else SkipValue(ref reader);
        }

        // What follows the object must be nothing: a second one would be another answer.
        if (reader.Read()) throw new JsonException("Something follows the answer.");
        return new OperationAnswer(capacity.Units, capacity.IndexUnits, found, unprocessed > 0, capacity.ReadUnits);
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static int ReadItem(ref Utf8JsonReader reader)
    {
        reader.Read();
        var isThere = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isThere ? 1 : 0;
    }

    private static int ReadCount(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var count)) return count;
        reader.Skip();
        return 0;
    }

    // A batch answers with an object of lists, by table; a transaction with a list in the order of the request, an empty object for what is not there.
    private static int ReadResponses(ref Utf8JsonReader reader)
    {
        reader.Read();
        var found = 0;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) found += ReadItem(ref reader);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    found++;
                    reader.Skip();
                }
            }
        }

        return found;
    }

    // One table's, or a list with one entry a table.
    private static void ReadCapacity(ref Utf8JsonReader reader, ref CapacityFigures capacity)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) ReadTable(ref reader, ref capacity);
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) ReadTable(ref reader, ref capacity);
        }
        else reader.Skip();
    }

    private static void ReadTable(ref Utf8JsonReader reader, ref CapacityFigures capacity)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("CapacityUnits"u8)) capacity.Units += ReadUnits(ref reader);
            else if (reader.ValueTextEquals("ReadCapacityUnits"u8)) capacity.ReadUnits += ReadUnits(ref reader);
            else if (reader.ValueTextEquals("GlobalSecondaryIndexes"u8)) ReadIndexes(ref reader, ref capacity.IndexUnits);
            else SkipValue(ref reader);
        }
    }

    private static void ReadIndexes(ref Utf8JsonReader reader, ref double indexUnits)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var index = default(CapacityFigures);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) ReadTable(ref reader, ref index);
            else reader.Skip();
        }

        indexUnits += index.Units;
    }

    private static double ReadUnits(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var given) && double.IsFinite(given)) return given;
        reader.Skip();
        return 0;
    }

    private struct CapacityFigures
    {
        public double Units;
        public double ReadUnits;
        public double IndexUnits;
    }
}
