using Newtonsoft.Json.Linq;

namespace LoadTest.Templates.Reading;

/// <summary>The five templates together with stacks.json, which says how they hang together.</summary>
/// <param name="Templates">By the order of deployment.</param>
/// <param name="Stacks">How each is deployed, in the same order.</param>
public sealed record TemplateSet(IReadOnlyList<Template> Templates, IReadOnlyList<Stack> Stacks)
{
    public Template this[string name] => Templates.Single(template => template.Name == name);

    /// <summary>Reads the folder cloudformation/.</summary>
    /// <exception cref="TemplateFormatException">A file is no template; the first one that is not is named.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static TemplateSet Read(string folder)
    {
        var wiring = JObject.Parse(File.ReadAllText(Path.Combine(folder, "stacks.json")));
        IReadOnlyList<Stack> stacks = [.. wiring["stacks"]!.OfType<JObject>().Select(Stack.Read)];
        return new(
            [.. stacks.Select(stack => Template.Parse(stack.Name, File.ReadAllText(Path.Combine(folder, stack.TemplateFile))))],
            stacks);
    }

    /// <summary>The same set with one template changed; for asking what a rule says of it.</summary>
    public TemplateSet With(Template changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return this with { Templates = [.. Templates.Select(template => template.Name == changed.Name ? changed : template)] };
    }
}
