using System.Text.Json;

namespace StandIns.Authorization.Policies;

/// <summary>One statement of a policy, as IAM reads it.</summary>
public sealed record Statement
{
    /// <summary>Its name; empty when it has none.</summary>
    public required string Sid { get; init; }

    /// <summary>Whether it allows; else it denies.</summary>
    public required bool Allows { get; init; }

    /// <summary>The principals of a trust or resource policy; null in a policy of an identity.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Principals { get; init; }

    /// <summary>The actions that it speaks of.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The actions that it does not speak of; empty where <see cref="Actions"/> are named.</summary>
    public IReadOnlyList<string> NotActions { get; init; } = [];

    /// <summary>The resources that it speaks of; none in a trust policy, which speaks of its role.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The resources that it does not speak of.</summary>
    public IReadOnlyList<string> NotResources { get; init; } = [];

    /// <summary>What must hold beside.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Whether it speaks of this request.</summary>
    public bool Covers(Access access) =>
        Names(Actions, NotActions, pattern => Wildcard.Matches(pattern.ToUpperInvariant(), access.Action.ToUpperInvariant()))
        && (Resources.Count + NotResources.Count == 0
            || Names(Resources, NotResources, pattern => Wildcard.Matches(Variables.Replace(pattern, access.Context), access.Resource)))
        && Conditions.All(condition => condition.Holds(access.Context));

    /// <summary>Reads a statement as JSON.</summary>
    /// <exception cref="FormatException">It says something that is not understood here, and could be taken wrongly.</exception>
    public static Statement Read(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name is not ("Sid" or "Effect" or "Principal" or "Action" or "NotAction" or "Resource" or "NotResource" or "Condition"))
                throw new FormatException($"A policy statement holds {property.Name}, which is not understood.");
        }

        return new Statement
        {
            Sid = json.TryGetProperty(nameof(Sid), out var sid) ? sid.GetString()! : "",
            Allows = json.GetProperty("Effect").GetString() switch
            {
                "Allow" => true,
                "Deny" => false,
                var other => throw new FormatException($"A policy statement has the effect {other}."),
            },
            Principals = json.TryGetProperty("Principal", out var principal) ? ReadPrincipals(principal) : null,
            Actions = Texts(json, "Action"),
            NotActions = Texts(json, "NotAction"),
            Resources = Texts(json, "Resource"),
            NotResources = Texts(json, "NotResource"),
            Conditions = json.TryGetProperty("Condition", out var conditions) ? Condition.ReadAll(conditions) : [],
        };
    }

    internal static IReadOnlyList<string> Texts(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? Texts(value) : [];

    internal static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Texts)],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.Number => [value.GetRawText()],
        _ => throw new FormatException($"A policy holds {value.GetRawText()} where a text belongs."),
    };

    private static bool Names(IReadOnlyList<string> these, IReadOnlyList<string> allBut, Func<string, bool> matches) =>
        these.Count > 0 ? these.Any(matches) : !allBut.Any(matches);

    private static Dictionary<string, IReadOnlyList<string>> ReadPrincipals(JsonElement principal) => principal.ValueKind == JsonValueKind.String
        ? new() { ["AWS"] = Texts(principal) }
        : principal.EnumerateObject().ToDictionary(kind => kind.Name, kind => Texts(kind.Value));
}
