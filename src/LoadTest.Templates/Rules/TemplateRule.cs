using LoadTest.Templates.Reading;

namespace LoadTest.Templates.Rules;

/// <summary>Something that must hold in the templates, and that a linter for CloudFormation in general does not know.</summary>
/// <param name="Name">What holds, as a sentence.</param>
/// <param name="Check">Every place where it does not; it changes nothing.</param>
public sealed record TemplateRule(string Name, Func<TemplateSet, IEnumerable<Finding>> Check)
{
    public override string ToString() => Name;

    /// <summary>A rule that looks at one template at a time.</summary>
    public static TemplateRule Each(string name, Func<Template, IEnumerable<Finding>> check) =>
        new(name, set => set.Templates.SelectMany(check));
}
