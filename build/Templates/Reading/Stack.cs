using Newtonsoft.Json.Linq;

namespace Build.Templates.Reading;

/// <summary>How one template is deployed.</summary>
/// <param name="Name">The last part of the stack's name.</param>
/// <param name="TemplateFile">File name in cloudformation/.</param>
/// <param name="PerEnvironment">False: one for an account and region.</param>
/// <param name="After">Stacks whose outputs or effects it needs.</param>
/// <param name="ReplacedBy">Setting that makes the stack needless when it is given; null when nothing does.</param>
/// <param name="Capabilities">What CloudFormation wants acknowledged.</param>
/// <param name="Passed">Parameters whose value is no setting: parameter name to <c>stack.Output</c> or <c>automation.x</c>.</param>
public sealed record Stack(
    string Name,
    string TemplateFile,
    bool PerEnvironment,
    IReadOnlyList<string> After,
    string? ReplacedBy,
    IReadOnlyList<string> Capabilities,
    IReadOnlyDictionary<string, string> Passed)
{
    private static readonly (string Name, JTokenType Type)[] Needed =
    [
        ("name", JTokenType.String), ("template", JTokenType.String), ("perEnvironment", JTokenType.Boolean), ("after", JTokenType.Array),
        ("capabilities", JTokenType.Array), ("passed", JTokenType.Object),
    ];

    private JToken? _source;

    /// <summary>A finding about the stack, or about one of its keys in stacks.json.</summary>
    public Finding Finding(string where, string message)
    {
        var key = (_source as JContainer)?.Descendants().OfType<JProperty>().FirstOrDefault(property => property.Name == where);
        return new Finding("stacks.json", SourceLine.Of(key ?? _source), $"{Name}.{where}", message);
    }

    /// <summary>One stack of stacks.json.</summary>
    /// <exception cref="TemplateFormatException">It lacks something.</exception>
    internal static Stack Read(JToken json)
    {
        foreach (var (name, type) in Needed)
        {
            if ((json as JObject)?[name]?.Type != type)
                throw TemplateFormatException.At("stacks.json", SourceLine.Of(json), $"a stack needs {name}, as {type}.");
        }

        var texts = json["after"]!.Concat(json["capabilities"]!).Concat(json["passed"]!.Values());
        var wrong = texts.FirstOrDefault(value => value.Type != JTokenType.String);
        if (wrong is not null) throw TemplateFormatException.At("stacks.json", SourceLine.Of(wrong), "a text belongs here.");
        return new(
            json.Value<string>("name")!,
            json.Value<string>("template")!,
            json.Value<bool>("perEnvironment"),
            [.. json["after"]!.Values<string>().Select(name => name!)],
            json.Value<string>("replacedBy"),
            [.. json["capabilities"]!.Values<string>().Select(name => name!)],
            json["passed"]!.OfType<JProperty>().ToDictionary(passed => passed.Name, passed => passed.Value.Value<string>()!))
        {
            _source = json,
        };
    }
}
