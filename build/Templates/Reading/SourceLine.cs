using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Reading;

/// <summary>The line of a file on which something stands: what YAML was read from carries it along.</summary>
/// <param name="Number">Counted from 1.</param>
internal sealed record SourceLine(int Number)
{
    /// <summary>The line of a part of a document, be it YAML or JSON; 1 where it is not known.</summary>
    public static int Of(JToken? token) => token switch
    {
        null => 1,
        _ when token.Annotation<SourceLine>() is { } line => line.Number,
        IJsonLineInfo json when json.HasLineInfo() => json.LineNumber,
        _ => 1,
    };
}
