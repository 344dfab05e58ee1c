namespace LoadTest.Configuration.Options;

/// <summary>The one table of every setting that the load test, the automation and the templates share.</summary>
public static class KnownOptions
{
    /// <summary>The table, for lookups and for tables that add to it.</summary>
    public static OptionTable Table { get; } = new(
    [
        .. ApplicationOptions.All, .. LoadOptions.All, .. DataOptions.All, .. SafetyOptions.All, .. ThresholdOptions.All,
        .. ResultsOptions.All,
        .. ConnectionOptions.All, .. LocalServerOptions.All, .. TableOptions.All, .. EcsOptions.All, .. NetworkOptions.All,
        .. LoggingOptions.All,
    ]);

    /// <summary>Every option, in the order of the lists.</summary>
    public static IReadOnlyList<Option> All => Table.All;

    /// <summary>The settings that have an SSM parameter of their own, named as the flag; the rest lies in <c>settings</c>.</summary>
    public static IReadOnlyList<Option> SsmParameters { get; } =
    [
        TableOptions.TableName, LoadOptions.ConcurrencyLimit, LoadOptions.TotalItems, LoadOptions.MaxConcurrencyPercentage,
        DataOptions.DuplicatePercentage, DataOptions.CleanupAfterTest, ResultsOptions.ResultsBucket,
    ];

    /// <summary>The option with this JSON key, flag, environment variable or alias; upper and lower case are the same.</summary>
    public static Option? Find(string name) => Table.Find(name);

    /// <summary>The option whose name looks most like this one; null when none is near.</summary>
    public static Option? Nearest(string name) => Table.Nearest(name);
}
