using LoadTest.Configuration.Options;

namespace Build.Options;

/// <summary>What the command line asked for, checked. Immutable.</summary>
/// <param name="Given">The options that were typed, in their order; those of the load test are not parsed here.</param>
public sealed record BuildOptions(IReadOnlyList<GivenOption> Given)
{
    /// <summary>The targets to run.</summary>
    public IReadOnlyList<string> Targets
    {
        get
        {
            var typed = Given.Where(given => given.Option == AutomationOptions.Target).Select(given => given.Value).ToList();
            return typed.Count > 0 ? typed : [AutomationOptions.Target.Default];
        }
    }

    /// <summary>Whether the option was typed.</summary>
    public bool Has(Option option) => Given.Any(given => given.Option == option);

    /// <summary>The value that was typed, or the default.</summary>
    /// <exception cref="InvalidOperationException">Nothing was typed, and there is no default.</exception>
    public T Get<T>(Option<T> option)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(option);
        var typed = Given.LastOrDefault(given => given.Option == option);
        return typed is not null && option.TryParse(typed.Value, typed.Origin, out var value, out _) ? value : option.Default;
    }

    /// <summary>The flags that the load test takes, as they were typed.</summary>
    public IReadOnlyList<string> ProgramArguments =>
        [.. Given.Where(given => given.Option.Scope.HasFlag(OptionScope.Program)).Select(given => given.ToString())];
}
