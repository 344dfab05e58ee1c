namespace LoadTest.Wire;

/// <summary>How sending a request and waiting for its answer ended.</summary>
internal enum Exchange
{
    /// <summary>The answer is complete.</summary>
    Complete,

    /// <summary>What came is no answer that can be understood.</summary>
    Garbled,

    /// <summary>The connection ended before the answer was complete.</summary>
    Lost,

    /// <summary>No byte of the answer came in time.</summary>
    NoFirstByte,

    /// <summary>The answer began, and did not end in time.</summary>
    NoLastByte,

    /// <summary>The run was aborted.</summary>
    Aborted,
}
