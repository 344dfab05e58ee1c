using Build.Templates.Reading;

namespace Build.Stacks.Deployment;

/// <summary>Which stacks can be deployed side by side.</summary>
internal static class Waves
{
    /// <summary>Each wave needs only stacks of the waves before it; a stack that is not in the list is needed by none.</summary>
    /// <param name="stacks">In the order of deployment.</param>
    public static IReadOnlyList<IReadOnlyList<Stack>> Of(IReadOnlyList<Stack> stacks)
    {
        var waves = new List<IReadOnlyList<Stack>>();
        var left = stacks.ToList();
        while (left.Count > 0)
        {
            var wave = left.Where(stack => !left.Any(other => stack.After.Contains(other.Name))).ToList();
            if (wave.Count == 0) throw new InvalidOperationException($"{left[0].Name} needs a stack that needs {left[0].Name}.");
            waves.Add(wave);
            left.RemoveAll(wave.Contains);
        }

        return waves;
    }
}
