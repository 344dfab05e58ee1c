using LoadTest.Configuration.Options;

namespace Build.Options;

/// <summary>One option of the command line.</summary>
/// <param name="Option">Which.</param>
/// <param name="Value">Its value, as it was typed; "true" for a switch without one.</param>
public sealed record GivenOption(Option Option, string Value)
{
    /// <summary>Where the value came from, for messages.</summary>
    public string Origin => "--" + Option.Flag;

    /// <summary>One argument that says the same.</summary>
    public override string ToString() => $"--{Option.Flag}={Value}";
}
