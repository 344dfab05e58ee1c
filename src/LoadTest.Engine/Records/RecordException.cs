using System.Globalization;

namespace LoadTest.Engine.Records;

/// <summary>What is wrong with a record.</summary>
public enum RecordFlaw
{
    /// <summary>It is no record, or not one from its first byte on.</summary>
    NotARecord,

    /// <summary>It was written by a later version of this program.</summary>
    Newer,

    /// <summary>Its bytes were changed since they were written.</summary>
    Damaged,

    /// <summary>It is not of the same run as the others.</summary>
    OtherRun,
}

/// <summary>A record that cannot be read; the message says why.</summary>
public sealed class RecordException(RecordFlaw flaw, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public RecordFlaw Flaw => flaw;

    /// <summary>The same with the record's name in front.</summary>
    internal RecordException In(RecordSource source) => new(flaw, $"{source.Name}: {Message}");

    internal static RecordException NotARecord() => new(RecordFlaw.NotARecord, "it is no run record");

    internal static RecordException Newer(int version) => new(
        RecordFlaw.Newer, string.Create(CultureInfo.InvariantCulture, $"it has format {version}, and this version reads up to {RecordFormat.Version}"));

    internal static RecordException Damaged(long at) => new(
        RecordFlaw.Damaged, string.Create(CultureInfo.InvariantCulture, $"it is damaged at byte {at}"));

    internal static RecordException Senseless() => new(RecordFlaw.Damaged, "it holds numbers that make no sense");

    internal static RecordException OtherRun(string difference) => new(RecordFlaw.OtherRun, $"it does not belong to the other records: {difference}");
}
