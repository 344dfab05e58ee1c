using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Reading;

/// <summary>What could be read of the folder cloudformation/, and everything that could not.</summary>
/// <param name="Readable">Every template that is one, and the stacks of stacks.json.</param>
/// <param name="Findings">What is missing or broken, each file once.</param>
public sealed record TemplateReading(TemplateSet Readable, IReadOnlyList<Finding> Findings)
{
    private const string Wiring = "stacks.json";

    /// <summary>Reads the folder. No content makes it throw.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TemplateReading Of(string folder)
    {
        var findings = new List<Finding>();
        var stacks = Try(() => Stacks(folder), findings) ?? [];
        var templates = new List<Template>();
        foreach (var stack in stacks)
        {
            var path = Path.Combine(folder, stack.TemplateFile);
            if (!File.Exists(path)) findings.Add(stack.Finding("template", $"{stack.TemplateFile} is not there."));
            else if (Try(() => Template.Parse(stack.Name, File.ReadAllText(path)), findings) is { } template) templates.Add(template);
        }

        var left = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Where(path => stacks.All(stack => stack.TemplateFile != Path.GetFileName(path)));
        foreach (var path in left)
        {
            if (stacks.Count > 0) findings.Add(new Finding(Path.GetFileName(path), 1, "file", $"is in no stack of {Wiring}."));
            var name = Path.GetFileNameWithoutExtension(path);
            if (Try(() => Template.Parse(name, File.ReadAllText(path)), findings) is { } template) templates.Add(template);
        }

        return new TemplateReading(new TemplateSet(templates, stacks), findings);
    }

    private static IReadOnlyList<Stack> Stacks(string folder)
    {
        var path = Path.Combine(folder, Wiring);
        if (!File.Exists(path)) throw TemplateFormatException.At(Wiring, 1, "is not there.");
        try
        {
            return JObject.Parse(File.ReadAllText(path))["stacks"] is JArray stacks
                ? [.. stacks.Select(Stack.Read)]
                : throw TemplateFormatException.At(Wiring, 1, "holds no list of stacks.");
        }
        catch (JsonReaderException broken)
        {
            throw TemplateFormatException.At(Wiring, broken.LineNumber, "is not JSON from here on.", broken);
        }
    }

    private static T? Try<T>(Func<T> read, List<Finding> findings)
        where T : class
    {
        try
        {
            return read();
        }
        catch (TemplateFormatException broken)
        {
            findings.Add(broken.Finding);
            return null;
        }
    }
}
