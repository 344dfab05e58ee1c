namespace Build.Templates.Reading;

/// <summary>The five templates together with stacks.json, which says how they hang together.</summary>
/// <param name="Templates">By the order of deployment.</param>
/// <param name="Stacks">How each is deployed, in the same order.</param>
public sealed record TemplateSet(IReadOnlyList<Template> Templates, IReadOnlyList<Stack> Stacks)
{
    public Template this[string name] => Templates.Single(template => template.Name == name);

    /// <summary>Reads the folder cloudformation/.</summary>
    /// <exception cref="TemplateFormatException">A file is missing or is no template; the first one is named.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TemplateSet Read(string folder)
    {
        var reading = TemplateReading.Of(folder);
        return reading.Findings.Count == 0 ? reading.Readable : throw new TemplateFormatException(reading.Findings[0]);
    }

    /// <summary>The same set with one template changed; for asking what a rule says of it.</summary>
    public TemplateSet With(Template changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return this with { Templates = [.. Templates.Select(template => template.Name == changed.Name ? changed : template)] };
    }
}
