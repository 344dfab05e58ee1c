namespace LoadTest.Engine.Reporting;

/// <summary>What limits the table, as it was found.</summary>
/// <param name="IsProvisioned">Whether it has a capacity of its own; else it is paid by the request.</param>
/// <param name="ReadUnits">Provisioned read units a second; zero otherwise.</param>
/// <param name="WriteUnits">Provisioned write units a second; zero otherwise.</param>
public sealed record TableFacts(bool IsProvisioned, long ReadUnits, long WriteUnits);
