using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>Marks what the official client says came back unprocessed.</summary>
internal static class Unprocessed
{
    /// <summary>Everything that was asked for is done, but these.</summary>
    /// <exception cref="FormatException">One of them was not asked for.</exception>
    public static void Mark(in PlannedRequest request, ItemAttributes attributes, IEnumerable<Dictionary<string, AttributeValue>> left)
    {
        request.Items.BeginAnswer();
        foreach (var item in left)
        {
            if (attributes.TryReadOrdinal(request.Phase, item, out var ordinal) && request.Items.AddUnprocessed(ordinal)) continue;
            request.Items.ForgetAnswer();
            throw new FormatException("The answer names an item that was not asked for.");
        }
    }
}
