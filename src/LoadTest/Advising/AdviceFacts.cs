using System.Globalization;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Advising;

/// <summary>What advice is drawn from.</summary>
/// <param name="Result">What the load came to.</param>
/// <param name="Points">What happened over time; empty where that is not known.</param>
/// <param name="Table">What limits the table; null where that is not known.</param>
public sealed record AdviceFacts(LoadResult Result, IReadOnlyList<TimelinePoint> Points, TableFacts? Table)
{
    /// <summary>Requests that were throttled for a reason whose name has this part, such as <c>-write-key-range</c>.</summary>
    public long ThrottledFor(string part) => Result.Operations
        .SelectMany(operation => operation.ThrottledRequests)
        .Where(throttled => throttled.Category.Name.Contains(part, StringComparison.Ordinal)).Sum(throttled => throttled.Count);

    /// <summary>Requests that were throttled, whatever for.</summary>
    public long Throttled => Result.Operations.Sum(operation => operation.ThrottledRequests.Sum(throttled => throttled.Count));

    /// <summary>A sentence with numbers, the same in every culture.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
