namespace LoadTest.Wire.Http;

/// <summary>How much of an answer is taken before it counts as hostile: a server decides what it sends, but not how much memory it costs.</summary>
/// <param name="HeadBytes">Status line and headers, interim answers, chunk sizes and trailers included, in bytes.</param>
/// <param name="BodyBytes">The body after chunks are put together, in bytes.</param>
public sealed record ResponseLimits(int HeadBytes, int BodyBytes)
{
    /// <summary>
    /// 16 KiB of headers, and 1 MiB of body: DynamoDB's heads are under 1 KiB, and an item has 400 KB at the most, which JSON can more than double.
    /// </summary>
    public static ResponseLimits Default { get; } = new(16 * 1024, 1024 * 1024);
}
