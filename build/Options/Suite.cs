namespace Build.Options;

/// <summary>Which tests run.</summary>
public enum Suite
{
    /// <summary>Every test.</summary>
    All,

    /// <summary>Those that are not of the category Slow.</summary>
    Quick,
}
