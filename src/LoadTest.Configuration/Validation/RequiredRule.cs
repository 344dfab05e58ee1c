using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>Settings that need another one.</summary>
internal static class RequiredRule
{
    public static IEnumerable<Problem> Check(Settings settings)
    {
        foreach (var (one, other) in Pairs)
        {
            if (Has(settings, one) && Lacks(settings, other)) yield return Missing(settings, one, other);
        }

        if (settings.TryGet(SafetyOptions.MaxDuration, out var limit)
            && settings.Load.Duration is { } planned && settings.Get(LoadOptions.WarmUp) + planned > limit)
        {
            yield return new Problem(
                ErrorCodes.Contradiction, $"MaxDuration ({DurationText.Format(limit)}) ends the run before its planned time is over",
                settings.Origin(SafetyOptions.MaxDuration),
                $"raise it above {DurationText.Format(settings.Get(LoadOptions.WarmUp) + planned)}, or leave it out");
        }
    }

    private static (Option One, Option Other)[] Pairs =>
    [
        (ConnectionOptions.AccessKeyId, ConnectionOptions.SecretAccessKey), (ConnectionOptions.SecretAccessKey, ConnectionOptions.AccessKeyId),
        (ConnectionOptions.SessionToken, ConnectionOptions.AccessKeyId),
        (TableOptions.IndexName, TableOptions.IndexPartitionKey), (TableOptions.IndexPartitionKey, TableOptions.IndexName),
        (TableOptions.IndexSortKey, TableOptions.IndexName),
    ];

    internal static Problem Missing(Settings settings, Option one, Option other) => new(
        ErrorCodes.MissingValue, $"{one} needs {other}, and none is given", settings.Origin(one),
        $"give {other.Expected} as {other}, or leave {one} out");

    internal static bool Lacks(Settings settings, Option option) => !Has(settings, option) && !settings.IsRefused(option);

    internal static bool Has(Settings settings, Option option) => !string.IsNullOrEmpty(settings.Text(option));
}
