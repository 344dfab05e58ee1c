using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LoadTest.Items.Templates;

/// <summary>Reads a template: an object, whose texts may hold placeholders such as {{number:1..100}}.</summary>
public sealed class TemplateReader
{
    private const int DeepestNesting = 32;

    private readonly byte[] _json;
    private readonly IReadOnlyCollection<string> _taken;
    private int _placeholders;

    private TemplateReader(byte[] json, IReadOnlyCollection<string> taken)
    {
        _json = json;
        _taken = taken;
    }

    /// <summary>Reads a template.</summary>
    /// <param name="json">The file's content.</param>
    /// <param name="taken">Names of attributes that the run itself writes.</param>
    /// <exception cref="DataFileException">It is none.</exception>
    public static ItemTemplate Read(byte[] json, IReadOnlyCollection<string> taken)
    {
        var template = new TemplateReader(json, taken);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = DeepestNesting });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw template.At(reader, "a template is a JSON object");
            var attributes = template.ReadMembers(ref reader, isWhole: true);
            if (reader.Read()) throw template.At(reader, "something follows the object");
            return new ItemTemplate(attributes);
        }
        catch (JsonException broken)
        {
            throw new DataFileException((broken.LineNumber ?? 0) + 1, "the JSON is broken there");
        }
    }

    private List<(string Name, TemplateValue Value)> ReadMembers(ref Utf8JsonReader reader, bool isWhole)
    {
        var members = new List<(string Name, TemplateValue Value)>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name.Length == 0) throw At(reader, "an attribute has no name");
            if (isWhole && _taken.Contains(name)) throw At(reader, $"the run itself writes the attribute {name}");
            if (members.Exists(member => member.Name == name)) throw At(reader, $"{name} is there twice");
            reader.Read();
            members.Add((name, ReadValue(ref reader)));
        }

        return members;
    }

    private TemplateValue ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new MapValue(ReadMembers(ref reader, isWhole: false)),
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.String => ReadText(ref reader),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.True => new ConstantValue("BOOL", "true", 1),
        JsonTokenType.False => new ConstantValue("BOOL", "false", 1),
        _ => new ConstantValue("NULL", "true", 1),
    };

    private ListValue ReadList(ref Utf8JsonReader reader)
    {
        var values = new List<TemplateValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) values.Add(ReadValue(ref reader));
        return new ListValue(values);
    }

    private ConstantValue ReadNumber(ref Utf8JsonReader reader)
    {
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        // What fits a decimal fits DynamoDB's 38 digits; anything larger is hardly meant.
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw At(reader, $"{text} has more digits than DynamoDB keeps");
        var plain = number.ToString(CultureInfo.InvariantCulture);
        return new ConstantValue("N", $"\"{plain}\"", NumberSize.Of(Encoding.UTF8.GetBytes(plain)));
    }

    private TemplateValue ReadText(ref Utf8JsonReader reader)
    {
        var text = reader.GetString()!;
        var texts = new List<string>();
        var placeholders = new List<Placeholder>();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) throw At(reader, $"a placeholder is not closed in '{text}'");
            texts.Add(text[at..open]);
            var asked = text[(open + 2)..close];
            placeholders.Add(PlaceholderText.Read(asked, _placeholders++) ?? throw At(reader, $"'{asked}' is no placeholder: {PlaceholderText.Known}"));
            at = close + 2;
        }

        texts.Add(text[at..]);
        return placeholders.Count == 0
            ? new ConstantValue("S", $"\"{JsonEncodedText.Encode(text)}\"", Encoding.UTF8.GetByteCount(text))
            : new FilledValue(texts, placeholders);
    }

    private DataFileException At(in Utf8JsonReader reader, string reason) =>
        new(_json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1, reason);
}
