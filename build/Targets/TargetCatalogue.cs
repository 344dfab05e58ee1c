using System.Reflection;
using Cake.Frosting;
using LoadTest.Configuration.Options;

namespace Build.Targets;

/// <summary>Every target there is, found as the host finds them: the public task classes.</summary>
public sealed class TargetCatalogue(Assembly assembly)
{
    /// <summary>The targets, in the order of their names, the default last: it lists the others.</summary>
    public IReadOnlyList<Target> Targets { get; } =
    [
        .. assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)))
            .Select(Describe)
            .OrderBy(target => target.Name == AutomationDefault)
            .ThenBy(target => target.Name, StringComparer.Ordinal),
    ];

    private const string AutomationDefault = "Default";

    /// <summary>Whether there is such a target; case does not matter.</summary>
    public bool Knows(string name) => Targets.Any(target => string.Equals(target.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The target whose name is nearest to what was typed; null when none is near.</summary>
    public string? Nearest(string name) => NearestName.Of(name, Targets.Select(target => target.Name));

    private static Target Describe(Type task)
    {
        var name = task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;
        return new Target(
            name,
            task.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "",
            task.GetCustomAttribute<ExampleAttribute>()?.CommandLine ?? $"./build.sh --target={name}");
    }
}
