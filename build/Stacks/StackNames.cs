using Build.Templates.Reading;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;

namespace Build.Stacks;

/// <summary>What the stacks of an environment are called.</summary>
/// <param name="Prefix">The setting StackName.</param>
/// <param name="Environment">The environment.</param>
public sealed record StackNames(string Prefix, string Environment)
{
    /// <summary>The names that these settings ask for.</summary>
    public static StackNames Of(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(settings.Get(ApplicationOptions.StackName), settings.Environment);
    }

    /// <summary><c>prefix-environment-part</c>; without the environment where one stack serves all of an account and region.</summary>
    public string Of(Stack stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return stack.PerEnvironment ? $"{Prefix}-{Environment}-{stack.Name}" : $"{Prefix}-{stack.Name}";
    }
}
