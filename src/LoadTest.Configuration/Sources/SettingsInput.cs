using System.Collections.Immutable;
using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Sources;

/// <summary>Everything that settings can come from.</summary>
public sealed record SettingsInput
{
    /// <summary>The flags, split into name and value.</summary>
    public IReadOnlyList<FlagValue> Flags { get; init; } = [];

    /// <summary>The process environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where .env.ENVIRONMENT, parameters.ENVIRONMENT.json and parameters.json are looked for; null reads no file.</summary>
    public string? Folder { get; init; }

    /// <summary>SSM parameters by whole name (<c>/dynamodb-load-test/total-items</c>): those of their own, and <c>settings</c> (JSON).</summary>
    public IReadOnlyDictionary<string, string> Ssm { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The options that exist.</summary>
    public OptionTable Table { get; init; } = KnownOptions.Table;

    /// <summary>
    /// Who reads: a flag that is not in this scope is unknown, and what concerns a deployment alone is validated only in the scope of
    /// <see cref="OptionScope.Automation"/>. Files and SSM may hold any option.
    /// </summary>
    public OptionScope Scope { get; init; } = OptionScope.Program;
}
