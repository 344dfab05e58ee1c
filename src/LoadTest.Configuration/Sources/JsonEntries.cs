using System.Globalization;
using LoadTest.Configuration.Problems;
using Newtonsoft.Json;

namespace LoadTest.Configuration.Sources;

/// <summary>A key and its value in a JSON document; the value is null where it is no text, number or boolean.</summary>
internal sealed record JsonEntry(string Key, string? Value, string Origin, string Position);

/// <summary>
/// Reads settings out of JSON in every shape: a plain object, <c>{"Parameters": {...}}</c>, and lists of ParameterKey and ParameterValue. It
/// walks the tokens itself, so that a key that stands twice is seen twice.
/// </summary>
internal sealed class JsonEntries : IDisposable
{
    // What the AWS CLI's files and editors hold beside the parameters.
    private static readonly string[] NotSettings = ["$schema", "Tags", "StackPolicy"];

    private readonly JsonTextReader _reader;
    private readonly string _name;
    private readonly Findings _findings;
    private readonly List<JsonEntry> _entries = [];

    private JsonEntries(string text, string name, Findings findings)
    {
        _reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
        _name = name;
        _findings = findings;
    }

    private string Origin => string.Create(CultureInfo.InvariantCulture, $"{_name} line {Math.Max(1, _reader.LineNumber)}");

    private string Position => string.Create(CultureInfo.InvariantCulture, $"{Origin}, column {_reader.LinePosition}");

    /// <summary>The entries in order; those before the flaw where the text is broken, with a problem that names the place.</summary>
    public static IReadOnlyList<JsonEntry> Read(string text, string name, Findings findings)
    {
        using var entries = new JsonEntries(text, name, findings);
        try
        {
            entries.ReadDocument();
        }
        catch (JsonReaderException)
        {
            findings.Problems.Add(new Problem(
                ErrorCodes.BrokenJson, $"{name} is not JSON", entries.Position,
                "mend it there: mostly a comma, a quote or a bracket is missing or left over"));
        }

        return entries._entries;
    }

    public void Dispose() => _reader.Close();

    private void ReadDocument()
    {
        Next();
        switch (_reader.TokenType)
        {
            case JsonToken.StartObject:
                ReadObject(isRoot: true);
                break;
            case JsonToken.StartArray:
                ReadList();
                break;
            default:
                Wrong($"{_name} holds no settings");
                return;
        }

        // Throws where something follows the document.
        while (_reader.Read())
        {
        }
    }

    private void ReadObject(bool isRoot)
    {
        for (Next(); _reader.TokenType != JsonToken.EndObject; Next())
        {
            var key = (string)_reader.Value!;
            Next();
            if (isRoot && string.Equals(key, "Parameters", StringComparison.OrdinalIgnoreCase) && TryReadNested()) continue;
            if (isRoot && NotSettings.Contains(key, StringComparer.OrdinalIgnoreCase)) Skip();
            else AddEntry(key);
        }
    }

    private bool TryReadNested()
    {
        if (_reader.TokenType == JsonToken.StartObject) ReadObject(isRoot: false);
        else if (_reader.TokenType == JsonToken.StartArray) ReadList();
        else return false;
        return true;
    }

    private void ReadList()
    {
        for (Next(); _reader.TokenType != JsonToken.EndArray; Next())
        {
            if (_reader.TokenType == JsonToken.StartObject) ReadPair();
            else
            {
                Wrong("an element of the list is no object of ParameterKey and ParameterValue");
                Skip();
            }
        }
    }

    private void ReadPair()
    {
        string? key = null;
        JsonEntry? value = null;
        var start = Position;
        for (Next(); _reader.TokenType != JsonToken.EndObject; Next())
        {
            var name = (string)_reader.Value!;
            Next();
            if (string.Equals(name, "ParameterKey", StringComparison.OrdinalIgnoreCase)) key = _reader.Value as string;
            else if (string.Equals(name, "ParameterValue", StringComparison.OrdinalIgnoreCase)) value = Entry("");
            // UsePreviousValue and ResolvedValue, which AWS allows here, say nothing to this program.
            Skip();
        }

        if (key is null || value is null)
            _findings.Problems.Add(Problem("an element of the list lacks ParameterKey or ParameterValue", start));
        else _entries.Add(value with { Key = key });
    }

    private void AddEntry(string key)
    {
        _entries.Add(Entry(key));
        Skip();
    }

    private JsonEntry Entry(string key) => new(key, Scalar(), Origin, Position);

    private string? Scalar() => _reader.TokenType switch
    {
        JsonToken.String => (string)_reader.Value!,
        JsonToken.Boolean => (bool)_reader.Value! ? "true" : "false",
        JsonToken.Integer or JsonToken.Float => Convert.ToString(_reader.Value, CultureInfo.InvariantCulture),
        _ => null,
    };

    // Past the end of an object or list that starts here; a scalar is past already.
    private void Skip()
    {
        var depth = 0;
        while (true)
        {
            if (_reader.TokenType is JsonToken.StartObject or JsonToken.StartArray) depth++;
            if (_reader.TokenType is JsonToken.EndObject or JsonToken.EndArray) depth--;
            if (depth == 0) return;
            Next();
        }
    }

    private void Next()
    {
        do
        {
            if (!_reader.Read()) throw new JsonReaderException("The text ends too early.");
        }
        while (_reader.TokenType == JsonToken.Comment);
        // The reader also takes JavaScript's "new Date(0)", whose parts are no properties.
        if (_reader.TokenType == JsonToken.StartConstructor) throw new JsonReaderException("A constructor is not JSON.");
    }

    private void Wrong(string what) => _findings.Problems.Add(Problem(what, Position));

    private static Problem Problem(string what, string position) =>
        new(ErrorCodes.WrongShape, what, position,
            "write a plain object, {\"Parameters\": {...}}, or a list of ParameterKey and ParameterValue");
}
