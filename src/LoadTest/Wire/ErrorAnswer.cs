using System.Text.Json;
using LoadTest.Operations;

namespace LoadTest.Wire;

/// <summary>Reads an error's type and reasons from its JSON. Allocates nothing.</summary>
internal static class ErrorAnswer
{
    private const int LongestName = 256;

    /// <summary>What an answer says that is no success; whatever its body is, it has a category.</summary>
    public static Refusal Read(int status, ReadOnlySpan<byte> json)
    {
        Span<char> code = stackalloc char[LongestName];
        Span<char> reason = stackalloc char[LongestName];
        var fields = new Fields(code, reason);
        try
        {
            fields.Read(json);
        }
        catch (JsonException)
        {
            // A proxy's page or a denial in XML: the status alone speaks.
        }

        return new Refusal(ServiceErrors.CategoryOf(fields.Code, status, fields.IsItemSize, fields.Reason), fields.Actions);
    }

    private ref struct Fields(Span<char> code, Span<char> reason)
    {
        private readonly Span<char> _code = code;
        private readonly Span<char> _reason = reason;

        public ReadOnlySpan<char> Code { get; private set; }

        public ReadOnlySpan<char> Reason { get; private set; }

        public bool IsItemSize { get; private set; }

        public CancelledActions Actions { get; private set; }

        public void Read(ReadOnlySpan<byte> json)
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadProperty(ref reader);
        }

        private void ReadProperty(ref Utf8JsonReader reader)
        {
            var isType = reader.ValueTextEquals("__type"u8);
            var isMessage = reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("Message"u8);
            // The model spells it with a capital in one exception and without in another.
            var isReasons = reader.ValueTextEquals("ThrottlingReasons"u8) || reader.ValueTextEquals("throttlingReasons"u8);
            var isCancellation = reader.ValueTextEquals("CancellationReasons"u8);
            reader.Read();
            if (isType) Code = NameOf(Text(ref reader, _code));
            else if (isMessage) IsItemSize = reader.TokenType == JsonTokenType.String && reader.ValueSpan.StartsWith("Item size"u8);
            else if ((isReasons || isCancellation) && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadReasons(ref reader, isCancellation);
                return;
            }

            reader.Skip();
        }

        // The first counts. Of a transaction there is an entry an action, in their order, and those that did not cancel it have a code of that name.
        private void ReadReasons(ref Utf8JsonReader reader, bool areOfActions)
        {
            for (var place = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; place++)
            {
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    reader.Skip();
                    continue;
                }

                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isReason = reader.ValueTextEquals(areOfActions ? "Code"u8 : "reason"u8);
                    reader.Read();
                    if (isReason && reader.TokenType == JsonTokenType.String) Take(ref reader, areOfActions ? place : null);
                    reader.Skip();
                }
            }
        }

        private void Take(scoped ref Utf8JsonReader reader, int? action)
        {
            var wasPrepared = action is not null && reader.ValueTextEquals(ServiceErrors.NoCancellation);
            if (action is { } place) Actions = Actions.With(place, wasPrepared, reader.ValueTextEquals(ServiceErrors.FailedCondition));
            if (!wasPrepared && Reason.IsEmpty) Reason = Text(ref reader, _reason);
        }

        // com.amazonaws.dynamodb.v20120810#ResourceNotFoundException
        private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> type) => type[(type.LastIndexOf('#') + 1)..];

        private static ReadOnlySpan<char> Text(scoped ref Utf8JsonReader reader, Span<char> room) =>
            reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestName ? room[..reader.CopyString(room)] : default;
    }
}
