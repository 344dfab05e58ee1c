namespace Build.Options;

/// <summary>What the standard output holds.</summary>
public enum OutputForm
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>One JSON document, for programs.</summary>
    Json,
}
