namespace LoadTest.Configuration.Sources;

/// <summary>The sources, from the lowest to the highest: a value of a higher one wins.</summary>
internal enum SourceRank
{
    Default,
    SsmParameters,

    // Above the six parameters, which are always deployed: a rate in the settings must not contradict the item count that is merely there.
    SsmSettings,
    Parameters,
    ParametersOverlay,
    EnvironmentFile,
    ProcessEnvironment,
    Flags,
}
