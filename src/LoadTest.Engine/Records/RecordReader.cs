using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>
/// Reads a record from its head to its close, an interval at a time. A record that breaks off, or is damaged further on, ends there: what
/// comes before it is whole, as each frame carries its own sum.
/// </summary>
public sealed class RecordReader : IDisposable
{
    private readonly FrameReader _frames;

    /// <summary>Reads the head.</summary>
    /// <param name="stream">The record; the reader closes it.</param>
    /// <exception cref="RecordException">There is no head that can be read.</exception>
    public RecordReader(Stream stream)
    {
        _frames = new FrameReader(stream);
        if (!_frames.Next()) throw RecordException.NotARecord();
        if (_frames.Kind != FrameKind.Head) throw RecordException.NotARecord();
        Head = Json(RecordJson.Default.RecordHead);
        Advance();
    }

    /// <summary>What was known before the load.</summary>
    public RecordHead Head { get; }

    /// <summary>What was known when the measured part began; null where the record breaks off before.</summary>
    public RunStart? Start { get; private set; }

    /// <summary>How the load ended; null until the last interval was read, and where the record breaks off before.</summary>
    public LoadEnd? LoadEnd { get; private set; }

    /// <summary>What came after the load; null until then, and where the record breaks off before.</summary>
    public RecordClose? Close { get; private set; }

    /// <summary>Why the record ends before its close; null where it does not, or as long as it was not read so far.</summary>
    public string? BreaksOff { get; private set; }

    /// <summary>The interval that stands next, as its writer wrote it; empty when there is none left.</summary>
    internal ReadOnlySpan<byte> Interval => HasInterval ? _frames.Content : default;

    /// <summary>Whether an interval stands next.</summary>
    internal bool HasInterval { get; private set; }

    /// <summary>The end of the interval that stands next, from the measured part's start.</summary>
    internal TimeSpan IntervalEnd { get; private set; }

    /// <summary>Goes on to the next interval, or to the record's end.</summary>
    internal void Advance()
    {
        HasInterval = false;
        try
        {
            while (Close is null && _frames.Next())
            {
                if (Take()) return;
            }

            if (Close is null) BreaksOff = "its writer was interrupted";
        }
        catch (RecordException flaw)
        {
            BreaksOff = flaw.Message;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _frames.Dispose();

    private bool Take()
    {
        switch (_frames.Kind)
        {
            case FrameKind.Start:
                Start = Json(RecordJson.Default.RunStart);
                return false;
            case FrameKind.Interval when Start is not null:
                (_, IntervalEnd) = IntervalFigures.TimesOf(_frames.Content);
                HasInterval = true;
                return true;
            case FrameKind.LoadEnd:
                LoadEnd = Json(RecordJson.Default.LoadEnd);
                return false;
            case FrameKind.Close:
                Close = Json(RecordJson.Default.RecordClose);
                return false;
            default:
                throw RecordException.Senseless();
        }
    }

    private T Json<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(_frames.Content, type) ?? throw RecordException.Senseless();
        }
        catch (JsonException)
        {
            throw RecordException.Senseless();
        }
    }
}
