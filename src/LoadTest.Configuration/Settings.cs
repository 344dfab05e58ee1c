using System.Diagnostics.CodeAnalysis;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;
using LoadTest.Configuration.Validation;

namespace LoadTest.Configuration;

/// <summary>Every setting's value and where it came from. Immutable, for any thread.</summary>
public sealed class Settings
{
    private const string LocalEnvironment = "local";
    private readonly Dictionary<Option, SettingValue> _values;
    private readonly HashSet<Option> _refused;

    internal Settings(Dictionary<Option, SettingValue> values, HashSet<Option> refused, OptionTable table)
    {
        _values = values;
        _refused = refused;
        Table = table;
        Load = LoadModelRule.Decide(this);
    }

    /// <summary>The options that these settings are of.</summary>
    public OptionTable Table { get; }

    /// <summary>The environment.</summary>
    public string Environment => Get(ApplicationOptions.Environment);

    /// <summary>Whether it is the one that needs no AWS account.</summary>
    public bool IsLocal => Environment == LocalEnvironment;

    /// <summary>The table's name: that of TableArn, else TableName with the environment and a hyphen in front, once.</summary>
    public string TableName => TableNameRule.Resolve(this);

    /// <summary>The load model that the highest source names, with its bounds.</summary>
    public LoadSettings Load { get; }

    /// <summary>The value of the highest source that gives one, else the default.</summary>
    /// <exception cref="InvalidOperationException">Neither is there: ask <see cref="TryGet"/> for options without a default.</exception>
    public T Get<T>(Option<T> option)
        where T : notnull => TryGet(option, out var value) ? value : throw new InvalidOperationException($"{option} has no value and no default.");

    /// <summary>The value of the highest source that gives one, else the default; false where neither is there.</summary>
    public bool TryGet<T>(Option<T> option, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(option);
        if (_values.TryGetValue(option, out var given))
        {
            value = (T)given.Value;
            return true;
        }

        value = option.HasDefault ? option.Default : default;
        return option.HasDefault;
    }

    /// <summary>Where the value came from: "--rate", "environment variable RATE", ".env.local line 3", "parameters.json line 7", "default".</summary>
    public string Origin(Option option) => _values.TryGetValue(option, out var given) ? given.Origin : "default";

    /// <summary>Whether a source gives it.</summary>
    public bool IsGiven(Option option) => _values.ContainsKey(option);

    /// <summary>The value as text that parses back to it: for templates and other programs. Null where there is none; three stars for a secret.</summary>
    public string? Text(Option option)
    {
        ArgumentNullException.ThrowIfNull(option);
        if (!_values.TryGetValue(option, out var given)) return option.DefaultText;
        return option.Secret ? "***" : option.FormatValue(given.Value);
    }

    /// <summary>Whether it was given wrongly. Its own problem says so: to call it missing as well would mislead.</summary>
    internal bool IsRefused(Option option) => _refused.Contains(option);

    internal SourceRank Rank(Option option) => _values.TryGetValue(option, out var given) ? given.Rank : SourceRank.Default;
}
