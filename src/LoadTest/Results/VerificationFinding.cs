using LoadTest.Engine.Reporting;

namespace LoadTest.Results;

/// <summary>What a failed verification found, in a sentence.</summary>
internal static class VerificationFinding
{
    /// <summary>The sentence, with the keys of the first few items.</summary>
    public static string Of(VerificationResult verification)
    {
        string[] parts =
        [
            .. Part(verification.Lost, "acknowledged writes are missing from the table"), .. Part(verification.Phantom, "items are in it that should not be"),
            .. Part(verification.Torn, "items are torn: their attributes are not those of one write"),
            .. Part(verification.Miscounted, "items hold another number of updates than were acknowledged"),
        ];
        return $"Verification failed: {string.Join("; ", parts)}. {string.Join(", ", verification.Examples)}";
    }

    private static IEnumerable<string> Part(long count, string what) => count == 0 ? [] : [$"{OperationColumn.Count(count)} {what}"];
}
