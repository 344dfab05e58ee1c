using Build.Output;
using Build.Targets;

namespace Build.Help;

/// <summary>The targets for a person who types no target.</summary>
public sealed class TargetList(TargetCatalogue catalogue, Screen screen)
{
    /// <summary>Lists each target with what it does and a command line to copy.</summary>
    public void Show()
    {
        screen.Line("Targets, each with a line to copy:");
        foreach (var target in catalogue.Targets)
        {
            screen.Line();
            screen.Line($"  {target.Name}: {target.Description}");
            screen.Line($"    {target.Example}");
        }

        screen.Line();
        screen.Line("All options: ./build.sh --help");
    }
}
