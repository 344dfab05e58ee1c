namespace StandIns.Logs;

/// <summary>One event of a stream.</summary>
/// <param name="Timestamp">When it was written, in milliseconds since 1970.</param>
/// <param name="IngestionTime">When it can be read, in milliseconds since 1970.</param>
/// <param name="Message">The text.</param>
public sealed record LogEvent(long Timestamp, long IngestionTime, string Message);
