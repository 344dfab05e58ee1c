using Newtonsoft.Json.Linq;

namespace LoadTest.Templates.Reading;

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
    internal static Stack Read(JObject json) => new(
        json.Value<string>("name")!,
        json.Value<string>("template")!,
        json.Value<bool>("perEnvironment"),
        [.. json["after"]!.Values<string>().Select(name => name!)],
        json.Value<string>("replacedBy"),
        [.. json["capabilities"]!.Values<string>().Select(name => name!)],
        json["passed"]!.OfType<JProperty>().ToDictionary(passed => passed.Name, passed => passed.Value.Value<string>()!));
}
