namespace LoadTest.Wire.Http;

/// <summary>How far an answer has been read.</summary>
public enum ParseStatus
{
    /// <summary>More bytes must come.</summary>
    Incomplete,

    /// <summary>The answer is complete.</summary>
    Complete,

    /// <summary>It is no answer of HTTP/1.1, or one beyond the limits; nothing more is read of it.</summary>
    Invalid,
}
