using Build.Templates.Reading;

namespace Build.Stacks.Changes;

/// <summary>A stack as it is to be.</summary>
/// <param name="Stack">How it is deployed.</param>
/// <param name="Name">Its name.</param>
/// <param name="Template">The text of its template, with line feeds.</param>
/// <param name="Parameters">Every parameter of the template.</param>
/// <param name="Tags">Of the stack; its resources get them too.</param>
public sealed record WantedStack(
    Stack Stack,
    string Name,
    string Template,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>What it is called in lines.</summary>
    public string Part => Stack.Name;

    /// <summary>Whether the deployed stack is this one already. Line ends do not count: a checkout may have others.</summary>
    public bool IsDeployedAs(DeployedStack deployed, string template)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        ArgumentNullException.ThrowIfNull(template);
        return template.ReplaceLineEndings("\n").TrimEnd() == Template.TrimEnd()
            && deployed.Parameters.Count == Parameters.Count
            && Parameters.All(wanted => deployed.Parameters.TryGetValue(wanted.Key, out var value) && value == wanted.Value);
    }
}
