using System.Globalization;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;
using LoadTest.Operations;

namespace LoadTest.Planning;

/// <summary>That each delete of a plan has an item that is there by then.</summary>
internal static class PlannedDeletes
{
    /// <summary>What is wrong, or null. What is deleted and what is there both grow evenly, so that the end tells, and where the beginning ends.</summary>
    /// <param name="workload">The measured part of the run.</param>
    /// <param name="operations">How many operations the plan has.</param>
    /// <param name="origin">Where the operations were chosen.</param>
    public static Problem? Check(WorkloadPlan workload, long operations, string origin)
    {
        if (!workload.Pattern.Has(OperationKind.Delete)) return null;
        var items = workload.Items;
        long[] places = [operations - 1, Math.Min(operations - 1, 2 * items.Distance), Math.Min(operations - 1, 2 * items.Distance - 1)];
        var missing = places.Where(place => place >= 0).Select(place => items.DeletedBefore(place + 1) - items.SettledAt(place).End).DefaultIfEmpty(0).Max();
        return missing <= 0 ? null : new Problem(
            ErrorCodes.TooManyDeletes,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the plan has {items.DeletedBefore(operations):N0} deletes, and too few items for them: {missing:N0} of them would find nothing, as what is made meanwhile comes too late for them"),
            origin,
            string.Create(CultureInfo.InvariantCulture, $"write more before the run, with --preload-items={workload.PreloadedItems + missing}, or give delete less weight"));
    }
}
