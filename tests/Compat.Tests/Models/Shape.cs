using System.Text.Json;

namespace Compat.Tests.Models;

/// <summary>A shape of a service's model.</summary>
internal sealed class Shape(string name, JsonElement json, ServiceModel model)
{
    public string Name => name;

    /// <summary>structure, list, map, string, integer, long, boolean, timestamp ...</summary>
    public string Type { get; } = json.GetProperty("type").GetString()!;

    /// <summary>The values of an enumeration; empty for other shapes.</summary>
    public IReadOnlyList<string> Values { get; } = Texts(json, "enum");

    /// <summary>The members of a structure that a request must have.</summary>
    public IReadOnlyList<string> Required { get; } = Texts(json, "required");

    public bool IsException => json.TryGetProperty("exception", out var exception) && exception.GetBoolean();

    /// <summary>The code of an exception on the wire.</summary>
    public string ErrorCode =>
        json.TryGetProperty("error", out var error) && error.TryGetProperty("code", out var code) ? code.GetString()! : name;

    public IEnumerable<Member> Members => json.TryGetProperty("members", out var members)
        ? members.EnumerateObject().Select(member => new Member(member.Name, Target(member.Value), member.Value))
        : [];

    /// <summary>The items of a list.</summary>
    public Shape Item => Target(json.GetProperty("member"));

    /// <summary>The values of a map.</summary>
    public Shape Value => Target(json.GetProperty("value"));

    /// <summary>The output of an operation that has none.</summary>
    public static Shape WithoutMembers(ServiceModel model) =>
        new("none", JsonDocument.Parse("""{"type": "structure"}""").RootElement, model);

    public Member? Member(string member) => Members.FirstOrDefault(candidate => candidate.Name == member);

    private static IReadOnlyList<string> Texts(JsonElement json, string property) =>
        json.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(value => value.GetString()!)] : [];

    private Shape Target(JsonElement reference) => model.Find(reference.GetProperty("shape").GetString()!)!;
}
