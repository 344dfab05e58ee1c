namespace LocalDynamo.Items;

/// <summary>
/// An exact decimal number as DynamoDB stores it: <c>±Digits × 10^Exponent</c>, at most 38 significant digits, magnitude from 1E-130 to
/// 9.99…E+125. Digits carries no trailing zero, so that equal numbers have equal fields.
/// </summary>
internal readonly record struct DecimalNumber(bool Negative, UInt128 Digits, int Exponent) : IComparable<DecimalNumber>
{
    public const int MaxDigits = 38;
    public const int MaxMagnitude = 125;
    public const int MinMagnitude = -130;

    public static readonly DecimalNumber Zero = new(Negative: false, UInt128.Zero, 0);

    /// <summary>How many significant digits there are; 0 for zero.</summary>
    public int DigitCount => CountDigits(Digits);

    /// <summary>The power of ten of the first significant digit.</summary>
    public int Magnitude => Exponent + DigitCount - 1;

    /// <summary>
    /// Bytes as DynamoDB counts them: two digits a byte (aligned to even powers of ten), one for the number, one for a minus sign.
    /// </summary>
    public int Size
    {
        get
        {
            if (Digits == UInt128.Zero) return 1;
            var digits = DigitCount;
            var straddles = digits % 2 == 0 && (Magnitude & 1) == 0;
            return 1 + ((digits + 1) / 2) + (straddles ? 1 : 0) + (Negative ? 1 : 0);
        }
    }

    /// <summary>A number without the trailing zeros of <paramref name="digits"/>.</summary>
    public static DecimalNumber Normalised(bool negative, UInt128 digits, int exponent)
    {
        if (digits == UInt128.Zero) return Zero;
        while (digits % 10 == UInt128.Zero)
        {
            digits /= 10;
            exponent++;
        }

        return new DecimalNumber(negative, digits, exponent);
    }

    public int CompareTo(DecimalNumber other)
    {
        var sign = Sign.CompareTo(other.Sign);
        if (sign != 0 || Digits == UInt128.Zero) return sign;
        var magnitudes = Magnitude.CompareTo(other.Magnitude);
        if (magnitudes == 0) magnitudes = Padded().CompareTo(other.Padded());
        return Negative ? -magnitudes : magnitudes;
    }

    public static bool operator <(DecimalNumber left, DecimalNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(DecimalNumber left, DecimalNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(DecimalNumber left, DecimalNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DecimalNumber left, DecimalNumber right) => left.CompareTo(right) >= 0;

    public override string ToString()
    {
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        return System.Text.Encoding.ASCII.GetString(text[..DecimalText.Format(this, text)]);
    }

    private int Sign => Digits == UInt128.Zero ? 0 : Negative ? -1 : 1;

    // All 38 digits in use: numbers of one magnitude then compare as whole numbers.
    private UInt128 Padded()
    {
        var digits = Digits;
        for (var count = DigitCount; count < MaxDigits; count++) digits *= 10;
        return digits;
    }

    private static int CountDigits(UInt128 digits)
    {
        var count = 0;
        while (digits > ulong.MaxValue)
        {
            digits /= 10;
            count++;
        }

        for (var rest = (ulong)digits; rest > 0; rest /= 10) count++;
        return count;
    }
}
