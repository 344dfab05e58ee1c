using Build.Templates.Reading;

namespace Build.Templates.Rules;

/// <summary>Something that must hold in the templates, and that a linter for CloudFormation in general does not know.</summary>
/// <param name="Name">What holds, as a sentence.</param>
/// <param name="Check">Every place where it does not; it changes nothing.</param>
public sealed record TemplateRule(string Name, Func<TemplateSet, IEnumerable<Finding>> Check)
{
    /// <summary>Whether it makes sense only where every template can be read.</summary>
    public bool NeedsAll { get; private init; } = true;

    public override string ToString() => Name;

    /// <summary>A rule that looks at one template at a time.</summary>
    public static TemplateRule Each(string name, Func<Template, IEnumerable<Finding>> check) =>
        new(name, set => set.Templates.SelectMany(template => Judge(template, check))) { NeedsAll = false };

    // YAML can hold a text where a mapping belongs: reading on then throws one of these.
    private static IReadOnlyList<Finding> Judge(Template template, Func<Template, IEnumerable<Finding>> check)
    {
        try
        {
            return [.. check(template)];
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException or ArgumentException)
        {
            return [template.Finding("template", "cannot be judged: something in it has not the shape that CloudFormation takes.")];
        }
    }
}
