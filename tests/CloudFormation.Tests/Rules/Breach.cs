using Build.Templates.Reading;

namespace CloudFormation.Tests.Rules;

/// <summary>A template broken on purpose in one place.</summary>
/// <param name="Rule">The rule that must see it.</param>
/// <param name="Template">The template that is broken.</param>
/// <param name="From">What stands there once; nothing is to stand in its place twice.</param>
/// <param name="To">What is put in its place.</param>
/// <param name="Says">Part of what is found.</param>
public sealed record Breach(string Rule, string Template, string From, string To, string Says)
{
    public override string ToString() => $"{Rule}: {Says}";

    /// <summary>The committed set with this one template broken.</summary>
    public TemplateSet Apply(TemplateSet committed)
    {
        if (Template == "stacks") return BreakWiring(committed);
        var file = Path.Combine(CommittedTemplates.Folder, Template + ".yaml");
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain(From), "what is to be broken is not there");
        var at = text.IndexOf(From, StringComparison.Ordinal);
        return committed.With(Build.Templates.Reading.Template.Parse(Template, text[..at] + To + text[(at + From.Length)..]));
    }

    private TemplateSet BreakWiring(TemplateSet committed)
    {
        var folder = Directory.CreateTempSubdirectory("stacks").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(CommittedTemplates.Folder))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var wiring = Path.Combine(folder, "stacks.json");
            var text = File.ReadAllText(wiring);
            Assert.That(text, Does.Contain(From), "what is to be broken is not there");
            File.WriteAllText(wiring, text.Replace(From, To, StringComparison.Ordinal));
            return TemplateSet.Read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
