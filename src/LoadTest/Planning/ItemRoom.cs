using System.Globalization;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;
using LoadTest.Items;

namespace LoadTest.Planning;

/// <summary>That items have room for what they hold, and transactions for the items.</summary>
internal static class ItemRoom
{
    private const long MostBytesOfTransaction = 4 * 1024 * 1024;
    private static readonly OperationKind[] Updates = [OperationKind.Update, OperationKind.TransactWrite];
    private static readonly OperationKind[] Transactions = [OperationKind.TransactWrite, OperationKind.TransactGet];

    /// <summary>What is wrong.</summary>
    /// <param name="plan">The run, with its data.</param>
    /// <param name="origin">Where sizes and template were chosen.</param>
    public static IEnumerable<Problem> Check(RunPlan plan, string origin)
    {
        var (items, sizes) = (new ItemGenerator(plan.Items), plan.Data!.Sizes);
        var updates = plan.Mix.HasAny(Updates) ? ItemGenerator.RoomForUpdates : 0;
        var needed = items.MostWithoutPayload + 1 + updates;
        if (sizes.Least < needed)
        {
            var parts = Text($"keys, timestamp and the payload's name take {items.MostWithoutPayload - items.Template.MostBytes} bytes")
                + (plan.Data.Template.Names.Count > 0 ? Text($", the template up to {items.Template.MostBytes}") : "")
                + (updates > 0 ? Text($", updates {updates}") : "");
            yield return new Problem(
                ErrorCodes.ItemsTooSmall, Text($"items of {sizes.Least} bytes are too small: {parts}, and the payload 1 at least"), origin,
                needed <= ItemSizes.Largest
                    ? Text($"let items have {needed} bytes or more, or make them hold less")
                    : Text($"make them hold less: DynamoDB takes items of {ItemSizes.Largest} bytes at the most"));
        }

        var largest = sizes.Most is { } most ? most * (long)plan.TransactionItems : 0;
        if (largest > MostBytesOfTransaction && plan.Mix.HasAny(Transactions))
        {
            yield return new Problem(
                ErrorCodes.Contradiction, Text($"{plan.TransactionItems} items of up to {sizes.Most} bytes are {largest} bytes, and a transaction takes {MostBytesOfTransaction} at the most"),
                origin, "take smaller items, or fewer with --transaction-items");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
