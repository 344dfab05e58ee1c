using LoadTest.Engine.Execution;

namespace LoadTest.Operations;

/// <summary>
/// The categories that every outcome falls into; docs/measuring.md describes each. A category's place in <see cref="All"/> is its number.
/// </summary>
public static class Category
{
    private static readonly List<OutcomeCategory> Known = [];

    /// <summary>The operation did what was asked.</summary>
    public static readonly int Success = Add("success", OutcomeKind.Success);

    /// <summary>A conditional write that was meant to fail did so.</summary>
    public static readonly int ConditionalCheck = Add("conditional-check", OutcomeKind.ExpectedFailure);

    /// <summary>A condition failed that was meant to hold.</summary>
    public static readonly int ConditionalCheckUnexpected = Add("conditional-check-unexpected", OutcomeKind.Failure);

    /// <summary>
    /// A write met nothing, as a delete of the same run had taken its item meanwhile: an update failed, a write that was meant to fail succeeded, or
    /// a delete was repeated whose first attempt had worked.
    /// </summary>
    public static readonly int DeletedMeanwhile = Add("deleted-meanwhile", OutcomeKind.ExpectedFailure);

    /// <summary>A conditional write that was meant to fail succeeded: the item it should have met was gone.</summary>
    public static readonly int UnexpectedSuccess = Add("unexpected-success", OutcomeKind.Failure);

    /// <summary>A conditional write that was meant to fail succeeded, as no earlier write had been acknowledged that it could have met.</summary>
    public static readonly int NothingToRepeat = Add("nothing-to-repeat", OutcomeKind.Failure);

    /// <summary>A consistent read did not find an item whose write was acknowledged.</summary>
    public static readonly int MissingItem = Add("missing-item", OutcomeKind.Failure);

    /// <summary>A throttle that came without a reason.</summary>
    public static readonly int Throttled = Add("throttled", OutcomeKind.Throttle);

    /// <summary>Some of a batch's items came back unprocessed, for want of throughput.</summary>
    public static readonly int Unprocessed = Add("unprocessed-items", OutcomeKind.Throttle);

    /// <summary>Another transaction was at work on one of the items.</summary>
    public static readonly int TransactionConflict = Add("transaction-conflict", OutcomeKind.Failure);

    /// <summary>The request itself is wrong.</summary>
    public static readonly int Validation = Add("validation", OutcomeKind.Failure);

    /// <summary>The item is larger than 400 KB.</summary>
    public static readonly int ItemTooLarge = Add("item-too-large", OutcomeKind.Failure);

    /// <summary>The table is not there, or not ready.</summary>
    public static readonly int NotFound = Add("not-found", OutcomeKind.Failure);

    /// <summary>The caller may not do this.</summary>
    public static readonly int Authorization = Add("authorization", OutcomeKind.Failure);

    /// <summary>The caller's credentials have expired.</summary>
    public static readonly int ExpiredCredentials = Add("expired-credentials", OutcomeKind.Failure);

    /// <summary>The server failed: status 500 and above.</summary>
    public static readonly int ServerFault = Add("server-fault", OutcomeKind.Failure);

    /// <summary>No connection could be made.</summary>
    public static readonly int Connect = Add("connect", OutcomeKind.Failure);

    /// <summary>The server's certificate or the TLS handshake failed.</summary>
    public static readonly int Tls = Add("tls", OutcomeKind.Failure);

    /// <summary>No answer came in time, and the client cannot tell what it waited for.</summary>
    public static readonly int Timeout = Add("timeout", OutcomeKind.Failure);

    /// <summary>No connection was made in time, name resolution included.</summary>
    public static readonly int TimeoutConnect = Add("timeout-connect", OutcomeKind.Failure);

    /// <summary>The TLS handshake was not done in time.</summary>
    public static readonly int TimeoutTls = Add("timeout-tls", OutcomeKind.Failure);

    /// <summary>Not one byte of the answer came in time.</summary>
    public static readonly int TimeoutFirstByte = Add("timeout-first-byte", OutcomeKind.Failure);

    /// <summary>The answer began, and was not complete in time.</summary>
    public static readonly int TimeoutBody = Add("timeout-body", OutcomeKind.Failure);

    /// <summary>The connection was closed before the answer was complete.</summary>
    public static readonly int Reset = Add("reset", OutcomeKind.Failure);

    /// <summary>The answer could not be understood.</summary>
    public static readonly int Protocol = Add("protocol", OutcomeKind.Failure);

    /// <summary>The run was aborted while the request was in flight.</summary>
    public static readonly int Cancelled = Add("cancelled", OutcomeKind.Failure);

    private static readonly Dictionary<string, int> ByThrottlingReason = AddThrottlingReasons();
    private static readonly Dictionary<string, string> ThrottlingReasons = ByThrottlingReason.ToDictionary(pair => Known[pair.Value].Name, pair => pair.Key);

    /// <summary>Every category, by its number.</summary>
    public static IReadOnlyList<OutcomeCategory> All => Known;

    /// <summary>
    /// The category of DynamoDB's own throttling reason, such as <c>TableWriteKeyRangeThroughputExceeded</c>; an empty one stands for none.
    /// </summary>
    public static int ThrottledBy(ReadOnlySpan<char> reason) =>
        ByThrottlingReason.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(reason, out var found) ? found : Throttled;

    /// <summary>DynamoDB's own name for the reason of a throttle; <c>Unknown</c> where it came without one, or with one that is not known here.</summary>
    public static string ThrottlingReasonOf(OutcomeCategory category) => ThrottlingReasons.GetValueOrDefault(category.Name, "Unknown");

    /// <summary>Whether a write that ended like this may have been done, as its answer was lost or says nothing.</summary>
    public static bool LeavesFateOpen(int category) =>
        category == ServerFault || category == Timeout || category == TimeoutFirstByte || category == TimeoutBody
        || category == Reset || category == Protocol || category == Cancelled;

    // DynamoDB composes the reasons of what is limited, the direction and the kind of limit.
    private static Dictionary<string, int> AddThrottlingReasons()
    {
        (string Reason, string Name)[] resources = [("Table", "table"), ("Index", "index")];
        (string Reason, string Name)[] directions = [("Read", "read"), ("Write", "write")];
        (string Reason, string Name)[] limits =
        [
            ("ProvisionedThroughputExceeded", "provisioned"), ("KeyRangeThroughputExceeded", "key-range"),
            ("MaxOnDemandThroughputExceeded", "max-on-demand"), ("AccountLimitExceeded", "account"),
        ];
        var numbers = new Dictionary<string, int>();
        foreach (var resource in resources)
        {
            foreach (var direction in directions)
            {
                foreach (var limit in limits)
                {
                    var number = Add($"throttled-{resource.Name}-{direction.Name}-{limit.Name}", OutcomeKind.Throttle);
                    numbers.Add(resource.Reason + direction.Reason + limit.Reason, number);
                }
            }
        }

        return numbers;
    }

    private static int Add(string name, OutcomeKind kind)
    {
        Known.Add(new OutcomeCategory(name, kind));
        return Known.Count - 1;
    }
}
