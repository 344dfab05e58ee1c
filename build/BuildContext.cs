using Build.Options;
using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>What every task is given: what was asked for and where things lie. Immutable; the services do the work.</summary>
public sealed class BuildContext(ICakeContext context, BuildOptions options, BuildPaths paths) : FrostingContext(context)
{
    /// <summary>What the command line asked for.</summary>
    public BuildOptions Options { get; } = options;

    /// <summary>Where the repository's parts lie.</summary>
    public BuildPaths Paths { get; } = paths;
}
