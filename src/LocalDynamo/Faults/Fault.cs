namespace LocalDynamo.Faults;

/// <summary>What goes wrong with one request.</summary>
internal enum Fault
{
    None,
    Throttle,
    ServerError,
    Unavailable,
    Hang,
    SlowBody,
    DropBefore,
    DropAfter,
    LoseWrite,
}
