using System.Globalization;

namespace LoadTest.Configuration.Values;

/// <summary>A range of IPv4 addresses, as 10.0.1.0/24.</summary>
/// <param name="First">The first address, as a number.</param>
/// <param name="PrefixLength">The number of fixed bits, 0 to 32.</param>
public readonly record struct AddressRange(uint First, int PrefixLength)
{
    /// <summary>The number of addresses.</summary>
    public long Size => 1L << (32 - PrefixLength);

    /// <summary>The last address, as a number.</summary>
    public uint Last => (uint)(First + Size - 1);

    /// <summary>Reads a range; false where a number is too large, has a leading zero, or bits are set behind the prefix.</summary>
    public static bool TryParse(string text, out AddressRange range)
    {
        ArgumentNullException.ThrowIfNull(text);
        range = default;
        var parts = text.Split('.', '/');
        if (parts.Length != 5 || text.LastIndexOf('.') > text.IndexOf('/')) return false;
        var numbers = new uint[5];
        for (var i = 0; i < 5; i++)
        {
            if (!uint.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
            if (numbers[i] > (i < 4 ? 255u : 32u) || (parts[i].Length > 1 && parts[i][0] == '0')) return false;
        }

        range = new AddressRange((numbers[0] << 24) | (numbers[1] << 16) | (numbers[2] << 8) | numbers[3], (int)numbers[4]);
        return range.First % range.Size == 0;
    }

    /// <summary>Whether every address of the other is in this one.</summary>
    public bool Contains(AddressRange other) => First <= other.First && other.Last <= Last;

    /// <summary>Whether the two share an address.</summary>
    public bool Overlaps(AddressRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The range as 10.0.1.0/24.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{First >> 24}.{(First >> 16) & 255}.{(First >> 8) & 255}.{First & 255}/{PrefixLength}");
}
