using Build.Templates.Reading;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;

namespace Build.Templates.Wiring;

/// <summary>What a stack is deployed with: its settings, what the automation knows, and outputs of stacks before it.</summary>
/// <param name="templates">The templates and stacks.json.</param>
/// <param name="settings">Without problems.</param>
/// <param name="automation">See <see cref="AutomationValues"/>.</param>
public sealed class StackParameters(TemplateSet templates, Settings settings, IReadOnlyDictionary<string, string> automation)
{
    /// <summary>The stacks that these settings ask for, in order: one that a setting replaces is left out.</summary>
    public IReadOnlyList<Stack> Stacks { get; } = [.. templates.Stacks.Where(stack => !IsReplaced(stack, settings))];

    /// <summary>Every parameter of the stack's template, by name.</summary>
    /// <param name="stack">One of <see cref="Stacks"/>.</param>
    /// <param name="outputs">Outputs of the stacks before it, by stack and name.</param>
    /// <exception cref="KeyNotFoundException">An output that the stack takes is not there.</exception>
    public IReadOnlyDictionary<string, string> Of(Stack stack, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> outputs)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(outputs);
        return templates[stack.Name].Parameters.Properties().ToDictionary(
            parameter => parameter.Name,
            parameter => stack.Passed.TryGetValue(parameter.Name, out var source)
                ? Passed(parameter.Name, source, outputs)
                : Setting(parameter.Name));
    }

    private static bool IsReplaced(Stack stack, Settings settings) =>
        stack.ReplacedBy is { } name && KnownOptions.Find(name) is { } option && !string.IsNullOrEmpty(settings.Text(option));

    private string Passed(string parameter, string source, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> outputs)
    {
        var parts = source.Split('.', 2);
        if (parts[0] == "automation") return automation[parts[1]];
        var replaced = templates.Stacks.Any(stack => stack.Name == parts[0] && IsReplaced(stack, settings));
        if (replaced) return KnownOptions.Find(parameter) is null ? "" : Setting(parameter);
        return outputs.TryGetValue(parts[0], out var ofStack) && ofStack.TryGetValue(parts[1], out var value)
            ? value : throw new KeyNotFoundException($"{parameter} takes {source}, and there is no such output.");
    }

    private string Setting(string parameter) =>
        KnownOptions.Find(parameter) is { } option && settings.Text(option) is { } text
            ? text : throw new KeyNotFoundException($"{parameter} is no setting.");
}
