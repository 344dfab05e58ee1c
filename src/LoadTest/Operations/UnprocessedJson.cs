using System.Text.Json;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>Reads which items of a batch came back unprocessed, from the keys that the answer names. Allocates nothing.</summary>
internal static class UnprocessedJson
{
    private const int LongestKey = 1024;

    /// <summary>Reads the member's value and marks the items in the request. Gives their number.</summary>
    /// <exception cref="JsonException">An item is none of the request's.</exception>
    public static int Read(ref Utf8JsonReader reader, in PlannedRequest request, ItemGenerator items)
    {
        var count = 0;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return 0;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            // Writes come as a list of requests; reads as an object that has the keys, among other things.
            if (reader.TokenType == JsonTokenType.StartArray) count += ReadWrites(ref reader, request, items);
            else if (reader.TokenType == JsonTokenType.StartObject) count += ReadReads(ref reader, request, items);
        }

        return count;
    }

    // [{"PutRequest":{"Item":{...}}}, {"DeleteRequest":{"Key":{...}}}]
    private static int ReadWrites(ref Utf8JsonReader reader, in PlannedRequest request, ItemGenerator items)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    reader.Read();
                    ReadKey(ref reader, request, items);
                    count++;
                }
            }
        }

        return count;
    }

    // {"Keys":[{...}],"ConsistentRead":true}
    private static int ReadReads(ref Utf8JsonReader reader, in PlannedRequest request, ItemGenerator items)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKeys = reader.ValueTextEquals("Keys"u8);
            reader.Read();
            if (!isKeys || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadKey(ref reader, request, items);
                count++;
            }
        }

        return count;
    }

    // {"pk":{"S":"..."},"sk":{"S":"..."}} and whatever else an item has.
    private static void ReadKey(ref Utf8JsonReader reader, in PlannedRequest request, ItemGenerator items)
    {
        Span<byte> partition = stackalloc byte[LongestKey];
        Span<byte> sort = stackalloc byte[LongestKey];
        int partitionLength = 0, sortLength = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(TableKeys.PartitionKey)) partitionLength = ReadText(ref reader, partition);
            else if (items.Keys.SortKey is { } name && reader.ValueTextEquals(name)) sortLength = ReadText(ref reader, sort);
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (!items.TryReadOrdinal(request.Phase, partition[..partitionLength], sort[..sortLength], out var ordinal) || !request.Items.AddUnprocessed(ordinal))
            throw new JsonException("The answer names an item that was not asked for.");
    }

    private static int ReadText(scoped ref Utf8JsonReader reader, scoped Span<byte> room)
    {
        var length = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= room.Length) length = reader.CopyString(room);
            reader.Skip();
        }

        return length;
    }
}
