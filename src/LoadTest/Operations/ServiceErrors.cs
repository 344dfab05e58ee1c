using System.Collections.Frozen;

namespace LoadTest.Operations;

/// <summary>Which category each of DynamoDB's error codes falls into. The same for every client.</summary>
public static class ServiceErrors
{
    private const int FirstServerFault = 500;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByCode = new Dictionary<string, int>
    {
        ["ConditionalCheckFailedException"] = Category.ConditionalCheck,
        ["ProvisionedThroughputExceededException"] = Category.Throttled,
        ["ThrottlingException"] = Category.Throttled,
        ["RequestLimitExceeded"] = Category.Throttled,
        ["TransactionConflictException"] = Category.TransactionConflict,
        ["TransactionInProgressException"] = Category.TransactionConflict,
        ["ResourceNotFoundException"] = Category.NotFound,
        ["ValidationException"] = Category.Validation,
        ["SerializationException"] = Category.Validation,
        ["ExpiredTokenException"] = Category.ExpiredCredentials,
        ["ExpiredToken"] = Category.ExpiredCredentials,
        ["AccessDeniedException"] = Category.Authorization,
        ["AccessDenied"] = Category.Authorization,
        ["UnrecognizedClientException"] = Category.Authorization,
        ["InvalidSignatureException"] = Category.Authorization,
        ["MissingAuthenticationTokenException"] = Category.Authorization,
        ["IncompleteSignatureException"] = Category.Authorization,
        ["InvalidClientTokenId"] = Category.Authorization,
        ["SignatureDoesNotMatch"] = Category.Authorization,
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    // What DynamoDB calls the reasons for which it cancels a transaction.
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByCancellation = new Dictionary<string, int>
    {
        [FailedCondition] = Category.ConditionalCheck,
        ["TransactionConflict"] = Category.TransactionConflict,
        ["ProvisionedThroughputExceeded"] = Category.Throttled,
        ["ThrottlingError"] = Category.Throttled,
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What stands in the place of an action that did not cancel its transaction.</summary>
    public const string NoCancellation = "None";

    /// <summary>What stands in the place of an action whose condition failed.</summary>
    public const string FailedCondition = "ConditionalCheckFailed";

    /// <summary>The category of an error.</summary>
    /// <param name="code">The code, without the name of its model; empty where the answer has none.</param>
    /// <param name="status">The answer's HTTP status.</param>
    /// <param name="isItemSize">Whether the message speaks of the item's size.</param>
    /// <param name="reason">The first reason of a throttle, or of a cancelled transaction; empty where there is none.</param>
    public static int CategoryOf(ReadOnlySpan<char> code, int status, bool isItemSize, ReadOnlySpan<char> reason)
    {
        if (ByCode.TryGetValue(code, out var category))
        {
            if (category == Category.Throttled) return Category.ThrottledBy(reason);
            return category == Category.Validation && isItemSize ? Category.ItemTooLarge : category;
        }

        if (code is "TransactionCanceledException") return ByCancellation.TryGetValue(reason, out var cause) ? cause : Category.Validation;
        return status switch
        {
            >= FirstServerFault => Category.ServerFault,
            401 or 403 => Category.Authorization,
            _ => code.IsEmpty ? Category.Protocol : Category.Validation,
        };
    }
}
