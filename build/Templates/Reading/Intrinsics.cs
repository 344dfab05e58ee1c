using Newtonsoft.Json.Linq;

namespace Build.Templates.Reading;

/// <summary>Reads values that CloudFormation computes, as far as a template alone says what they can be.</summary>
public static class Intrinsics
{
    /// <summary>All values that a property can take: both branches of every <c>Fn::If</c>, without <c>AWS::NoValue</c>.</summary>
    public static IEnumerable<JToken> Branches(JToken? value) => value switch
    {
        null => [],
        JObject { Count: 1 } choice when choice["Fn::If"] is JArray { Count: 3 } branches => branches.Skip(1).SelectMany(Branches),
        JObject { Count: 1 } reference when reference.Value<JToken>("Ref") is JValue { Value: "AWS::NoValue" } => [],
        _ => [value],
    };

    /// <summary>The elements of a list, or the one value where a list may be left out; both branches of every <c>Fn::If</c>.</summary>
    public static IEnumerable<JToken> Elements(JToken? value) =>
        Branches(value).SelectMany(branch => branch is JArray list ? list.SelectMany(Branches) : [branch]);

    /// <summary>
    /// A value as one text: <c>!Ref X</c> is <c>${X}</c>, <c>!GetAtt A.B</c> is <c>${A.B}</c>, <c>!Sub</c> its text; anything else is
    /// its JSON.
    /// </summary>
    public static string Text(JToken? value) => value switch
    {
        null => "",
        JValue scalar => scalar.Value as string ?? "",
        JObject { Count: 1 } call when call["Ref"] is JValue name => $"${{{(string)name!}}}",
        JObject { Count: 1 } call when call["Fn::Sub"] is JValue text => (string)text!,
        JObject { Count: 1 } call when call["Fn::GetAtt"] is JArray path => $"${{{string.Join('.', path)}}}",
        _ => value.ToString(Newtonsoft.Json.Formatting.None),
    };

    /// <summary>Every scalar text below a value, keys aside.</summary>
    public static IEnumerable<string> Texts(JToken value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (value is JContainer container ? container.DescendantsAndSelf() : [value])
            .OfType<JValue>().Select(scalar => scalar.Value as string ?? "");
    }

    /// <summary>Whether a value names a parameter, a resource or a condition: by Ref, GetAtt, Sub, If or Condition.</summary>
    public static bool Mentions(JToken value, string name)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (value is JContainer container ? container.DescendantsAndSelf() : [value]).OfType<JObject>().Any(call =>
            Is(call["Ref"], name) || Is(call["Condition"], name) || Is(First(call["Fn::GetAtt"]), name) || Is(First(call["Fn::If"]), name)
            || Substitutes(call, name));
    }

    private static JToken? First(JToken? list) => (list as JArray)?[0];

    private static bool Substitutes(JObject call, string name) =>
        SubText(call) is { } text
        && (text.Contains($"${{{name}}}", StringComparison.Ordinal) || text.Contains($"${{{name}.", StringComparison.Ordinal));

    private static bool Is(JToken? value, string name) => value is JValue { Value: string text } && text == name;

    private static string? SubText(JObject call) => call["Fn::Sub"] switch
    {
        JValue text => text.Value as string,
        JArray { Count: > 0 } parts => parts[0].Value<string>(),
        _ => null,
    };
}
