namespace LoadTest.Configuration.Options;

/// <summary>Who takes an option.</summary>
[Flags]
public enum OptionScope
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The load test takes it as a flag.</summary>
    Program = 1,

    /// <summary>The build automation takes it as a flag (and passes it on where the load test takes it too).</summary>
    Automation = 2,

    /// <summary>It is a parameter of a CloudFormation template, under the option's name.</summary>
    Template = 4,
}
