using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using LoadTest.Engine.Execution;

namespace LoadTest.Items;

/// <summary>
/// The texts of an item's keys, a pure function of its number. Those of the warm-up are apart from the measured ones, and so are those that
/// are never written, which numbers below zero stand for.
/// </summary>
public sealed class KeyText
{
    private const int DigitsOfNumber = 12;
    private const int MostDigits = 20;
    private const byte WarmUpMark = (byte)'w';
    private const byte MissMark = (byte)'m';
    private const byte GroupMark = (byte)'g';

    private readonly byte[] _run;
    private readonly int _itemsPerPartition;
    private readonly bool _hasSortKey;

    /// <summary>Makes the texts of a run's items.</summary>
    public KeyText(ItemForm form)
    {
        _run = Encoding.UTF8.GetBytes(form.RunId + "#");
        _itemsPerPartition = form.ItemsPerPartition;
        _hasSortKey = form.Keys.SortKey is not null;
    }

    /// <summary>The length of a text of the measured part, in bytes.</summary>
    public int Length(KeyRole role) => role switch
    {
        KeyRole.Sort => DigitsOfNumber,
        KeyRole.IndexPartition => _run.Length + 1 + DigitsOfNumber,
        _ => _run.Length + DigitsOfNumber,
    };

    /// <summary>A key as text.</summary>
    public string Of(KeyRole role, Phase phase, long ordinal)
    {
        var text = new ArrayBufferWriter<byte>();
        Write(role, phase, ordinal, text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Writes a key in UTF-8; no character of it needs an escape in JSON. Allocates nothing.</summary>
    public void Write(KeyRole role, Phase phase, long ordinal, IBufferWriter<byte> destination)
    {
        var isMiss = ordinal < 0;
        var number = isMiss ? ~ordinal : ordinal;
        var free = destination.GetSpan(_run.Length + 3 + MostDigits);
        var length = 0;
        if (role != KeyRole.Sort)
        {
            _run.CopyTo(free);
            length = _run.Length;
            if (phase == Phase.WarmUp) free[length++] = WarmUpMark;
            if (isMiss) free[length++] = MissMark;
            if (role == KeyRole.IndexPartition) free[length++] = GroupMark;
            if (role == KeyRole.IndexPartition || _hasSortKey) number /= _itemsPerPartition;
        }

        number.TryFormat(free[length..], out var digits, "D12", CultureInfo.InvariantCulture);
        destination.Advance(length + digits);
    }

    /// <summary>Reads an item's number back from its key; false for a key of another part of the run, or of others.</summary>
    public bool TryRead(Phase phase, ReadOnlySpan<byte> partition, ReadOnlySpan<byte> sort, out long ordinal)
    {
        ordinal = 0;
        if (!partition.StartsWith(_run)) return false;
        var rest = partition[_run.Length..];
        if (phase == Phase.WarmUp && !TryTake(WarmUpMark, ref rest)) return false;
        var isMiss = TryTake(MissMark, ref rest);
        if (!TryReadNumber(rest, out var number) || (_hasSortKey && !TryReadNumber(sort, out number))) return false;
        ordinal = isMiss ? ~number : number;
        return true;
    }

    private static bool TryTake(byte mark, ref ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] != mark) return false;
        rest = rest[1..];
        return true;
    }

    // Digits alone: a sign is no part of a number.
    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        return !digits.IsEmpty && char.IsAsciiDigit((char)digits[0]) && Utf8Parser.TryParse(digits, out number, out var consumed) && consumed == digits.Length;
    }
}
