using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Validation;

/// <summary>That the operations of the mix fit the table, the items and each other.</summary>
internal static class OperationRule
{
    private const int MostItemsOfBatchWrite = 25;
    private const long MostBytesOfTransaction = 4 * 1024 * 1024;
    private static readonly OperationKind[] ReadsOfKeys =
        [OperationKind.Get, OperationKind.Query, OperationKind.QueryIndex, OperationKind.BatchGet, OperationKind.TransactGet];

    // What the run itself writes into every item.
    private static readonly string[] OwnAttributes = ["pk", "payload", "timestamp", "revision", "updates"];

    public static IEnumerable<Problem> Check(Settings settings) => [.. CheckMix(settings), .. CheckSizes(settings), .. CheckKeyNames(settings)];

    private static IEnumerable<Problem> CheckMix(Settings settings)
    {
        var mix = settings.Get(DataOptions.OperationMix);
        if (settings.Get(DataOptions.DuplicatePercentage) > 0 && !mix.HasAny(OperationKind.Put))
        {
            yield return Contradiction(
                settings, "DuplicatePercentage needs puts, and OperationMix has none", DataOptions.DuplicatePercentage, DataOptions.OperationMix,
                "add put to OperationMix, or leave DuplicatePercentage at 0");
        }

        if (settings.Get(DataOptions.MissPercentage) > 0 && !mix.HasAny(ReadsOfKeys))
        {
            yield return Contradiction(
                settings, "MissPercentage needs gets or queries, and OperationMix has none", DataOptions.MissPercentage, DataOptions.OperationMix,
                "add get to OperationMix, or leave MissPercentage at 0");
        }

        if (mix.HasAny(OperationKind.QueryIndex) && RequiredRule.Lacks(settings, TableOptions.IndexName))
        {
            yield return new Problem(
                ErrorCodes.MissingValue, "query-index needs an index, and no IndexName is given", settings.Origin(DataOptions.OperationMix),
                "name the table's index with --index-name and --index-partition-key, or take query-index out of OperationMix");
        }
    }

    private static IEnumerable<Problem> CheckSizes(Settings settings)
    {
        var mix = settings.Get(DataOptions.OperationMix);
        if (mix.HasAny(OperationKind.BatchWrite) && settings.Get(DataOptions.BatchItems) > MostItemsOfBatchWrite)
        {
            yield return Contradiction(
                settings, $"batch-write takes 25 items at the most (was {settings.Text(DataOptions.BatchItems)})",
                DataOptions.BatchItems, DataOptions.OperationMix, "set BatchItems to 25 or less");
        }

        var bytes = (long)settings.Get(DataOptions.TransactionItems) * settings.Get(DataOptions.ItemSize);
        if (mix.HasAny(OperationKind.TransactWrite, OperationKind.TransactGet) && bytes > MostBytesOfTransaction)
        {
            yield return Contradiction(
                settings, FormattableString.Invariant($"TransactionItems times ItemSize is {bytes} bytes, and a transaction takes {MostBytesOfTransaction} at the most"),
                DataOptions.TransactionItems, DataOptions.ItemSize, "take fewer or smaller items");
        }
    }

    private static IEnumerable<Problem> CheckKeyNames(Settings settings)
    {
        foreach (var option in new[] { TableOptions.SortKey, TableOptions.IndexSortKey, TableOptions.IndexPartitionKey })
        {
            var name = settings.Get(option);
            if (!OwnAttributes.Contains(name) || (name == "pk" && option == TableOptions.IndexPartitionKey)) continue;
            yield return new Problem(
                ErrorCodes.Contradiction, $"{option} cannot be '{name}': the run itself writes that attribute", settings.Origin(option), "name another attribute");
        }

        var (partition, sort) = (settings.Get(TableOptions.IndexPartitionKey), settings.Get(TableOptions.IndexSortKey));
        if (sort.Length > 0 && sort == partition)
        {
            yield return Contradiction(
                settings, $"IndexPartitionKey and IndexSortKey are the same attribute ({sort})", TableOptions.IndexPartitionKey, TableOptions.IndexSortKey,
                "name two attributes, or leave IndexSortKey out");
        }
    }

    private static Problem Contradiction(Settings settings, string what, Option one, Option other, string fix) =>
        new(ErrorCodes.Contradiction, what, $"{settings.Origin(one)} and {settings.Origin(other)}", fix);
}
