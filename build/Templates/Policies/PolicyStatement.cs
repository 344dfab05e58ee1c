using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Policies;

/// <summary>One statement of a policy that a template holds.</summary>
/// <param name="Owner">Role, bucket policy or endpoint.</param>
/// <param name="Kind">What it is part of.</param>
/// <param name="Body">The statement as it was written.</param>
public sealed record PolicyStatement(TemplateResource Owner, PolicyKind Kind, JObject Body)
{
    /// <summary>Its Sid, empty when it has none.</summary>
    public string Id => Body.Value<string>("Sid") ?? "";

    public bool Allows => Body.Value<string>("Effect") == "Allow";

    public IReadOnlyList<string> Actions => [.. Intrinsics.Elements(Body["Action"]).Select(Intrinsics.Text)];

    /// <summary>Resources as text, see <see cref="Intrinsics.Text"/>.</summary>
    public IReadOnlyList<string> Resources => [.. Intrinsics.Elements(Body["Resource"]).Select(Intrinsics.Text)];

    public JToken? Principal => Body[nameof(Principal)];

    /// <summary>The value of a condition as text; empty when there is no such condition.</summary>
    public string Condition(string comparison, string key) => Intrinsics.Text((Body["Condition"]?[comparison] as JObject)?[key]);

    /// <summary>A finding about this statement.</summary>
    public Finding Finding(string message) => Owner.Finding($"statement '{Id}' {message}") with { Line = SourceLine.Of(Body) };
}
