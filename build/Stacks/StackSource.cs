using Build.Stacks.Changes;
using Build.Stacks.Data;
using Build.Templates.Reading;
using LoadTest.Configuration;
using LoadTest.Configuration.Problems;

namespace Build.Stacks;

/// <summary>The templates of this repository and how they are deployed, read when they are first needed.</summary>
public sealed class StackSource(BuildPaths paths)
{
    private readonly Lazy<TemplateSet> _templates = new(() => Read(paths.Templates));

    /// <summary>The templates and stacks.json.</summary>
    /// <exception cref="ProblemException">A file is broken.</exception>
    public TemplateSet Templates => _templates.Value;

    /// <summary>The stack of a part.</summary>
    /// <exception cref="InvalidOperationException">stacks.json has no such part.</exception>
    public Stack this[string part] => Templates.Stacks.Single(stack => stack.Name == part);

    /// <summary>A stack as it is to be.</summary>
    /// <param name="stack">Which.</param>
    /// <param name="settings">What names it.</param>
    /// <param name="parameters">Every parameter of its template.</param>
    public WantedStack Wanted(Stack stack, Settings settings, IReadOnlyDictionary<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(settings);
        var tags = new Dictionary<string, string> { [StackTags.Project] = StackTags.ProjectValue };
        if (stack.PerEnvironment) tags[StackTags.Environment] = settings.Environment;
        return new WantedStack(stack, StackNames.Of(settings).Of(stack), TextOf(stack), parameters, tags);
    }

    /// <summary>The text of a template, with line feeds whatever the checkout has.</summary>
    public string TextOf(Stack stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return File.ReadAllText(Path.Combine(paths.Templates, stack.TemplateFile)).ReplaceLineEndings("\n");
    }

    private static TemplateSet Read(string folder)
    {
        try
        {
            return TemplateSet.Read(folder);
        }
        catch (TemplateFormatException broken)
        {
            throw new ProblemException(
                new Problem(ErrorCodes.BrokenTemplate, broken.Message, Path.GetFileName(folder), "correct the file; ./build.sh --target=Lint shows all findings"), broken);
        }
    }
}
