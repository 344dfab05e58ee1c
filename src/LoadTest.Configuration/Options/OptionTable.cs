using System.Diagnostics.CodeAnalysis;

namespace LoadTest.Configuration.Options;

/// <summary>The options that a program knows, found by any of their names. Immutable.</summary>
public sealed class OptionTable
{
    private readonly Dictionary<string, Option> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="options">In the order of the lists.</param>
    /// <exception cref="ArgumentException">Two options share a name.</exception>
    public OptionTable(IEnumerable<Option> options)
    {
        All = [.. options];
        foreach (var option in All)
        {
            foreach (var name in Names(option).Distinct(StringComparer.OrdinalIgnoreCase)) _byName.Add(name, option);
        }
    }

    /// <summary>Every option, in the order of the lists.</summary>
    public IReadOnlyList<Option> All { get; }

    /// <summary>The option with this JSON key, flag, environment variable or alias; upper and lower case are the same.</summary>
    public Option? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The option with this name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Option? option) => _byName.TryGetValue(name, out option);

    /// <summary>The option whose JSON key, flag or variable looks most like the name; null when none is near. Secret ones are never suggested.</summary>
    public Option? Nearest(string name, OptionScope scope = OptionScope.Program | OptionScope.Automation | OptionScope.Template)
    {
        var option = NearestName.Of(name, All.Where(candidate => (candidate.Scope & scope) != OptionScope.None).SelectMany(Names));
        return option is null ? null : Find(option);
    }

    private static IEnumerable<string> Names(Option option) =>
        [option.Name, option.Flag, .. option.EnvironmentVariables, .. option.Aliases];
}
