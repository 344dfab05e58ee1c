namespace Build.Options;

/// <summary>How the solution is compiled.</summary>
public enum BuildConfiguration
{
    /// <summary>Optimised.</summary>
    Release,

    /// <summary>For a debugger.</summary>
    Debug,
}
