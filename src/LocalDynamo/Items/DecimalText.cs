using System.Text;
using LocalDynamo.Http;

namespace LocalDynamo.Items;

/// <summary>Reads and writes numbers as DynamoDB does: any notation in, plain digits out.</summary>
internal static class DecimalText
{
    /// <summary>Longest text of a number: sign, "0.", 129 zeros and 38 digits.</summary>
    public const int MaxLength = 176;

    /// <summary>The number that <paramref name="text"/> says.</summary>
    /// <exception cref="DynamoException">A ValidationException: no number, too many digits, or out of range.</exception>
    public static DecimalNumber Parse(ReadOnlySpan<byte> text)
    {
        var at = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && (text[0] is (byte)'-' or (byte)'+')) at++;

        var digits = UInt128.Zero;
        int significant = 0, trailingZeros = 0, exponent = 0, seen = 0;
        var afterPoint = false;
        for (; at < text.Length && text[at] is not ((byte)'e' or (byte)'E'); at++)
        {
            var c = text[at];
            if (c == '.' && !afterPoint)
            {
                afterPoint = true;
                continue;
            }

            if (c is < (byte)'0' or > (byte)'9') throw NotANumber(text);
            seen++;
            if (afterPoint) exponent--;
            if (c == '0')
            {
                // Held back: a zero counts only when another digit follows it.
                if (significant > 0) trailingZeros++;
                else if (!afterPoint) continue;
                continue;
            }

            significant += trailingZeros + 1;
            if (significant > DecimalNumber.MaxDigits) throw DynamoException.Validation(TooManyDigits);
            for (; trailingZeros > 0; trailingZeros--) digits *= 10;
            digits = (digits * 10) + (UInt128)(c - '0');
        }

        if (seen == 0) throw NotANumber(text);
        exponent += trailingZeros;
        if (at < text.Length) exponent += ParseExponent(text, at + 1);
        return InRange(DecimalNumber.Normalised(negative, digits, exponent));
    }

    /// <summary>The number itself, when DynamoDB can hold it.</summary>
    /// <exception cref="DynamoException">A ValidationException: overflow or underflow.</exception>
    public static DecimalNumber InRange(DecimalNumber number)
    {
        if (number.Digits == UInt128.Zero) return number;
        if (number.Magnitude > DecimalNumber.MaxMagnitude) throw DynamoException.Validation(Overflow);
        if (number.Magnitude < DecimalNumber.MinMagnitude) throw DynamoException.Validation(Underflow);
        return number;
    }

    /// <summary>
    /// Writes plain digits into <paramref name="target"/> (at least <see cref="MaxLength"/> bytes); returns how many bytes.
    /// </summary>
    public static int Format(DecimalNumber number, Span<byte> target)
    {
        var length = 0;
        if (number.Negative) target[length++] = (byte)'-';
        var magnitude = number.Magnitude;
        if (number.Digits == UInt128.Zero || magnitude < 0)
        {
            target[length++] = (byte)'0';
            if (number.Digits == UInt128.Zero) return length;
            target[length++] = (byte)'.';
            for (var zeros = -1 - magnitude; zeros > 0; zeros--) target[length++] = (byte)'0';
        }

        Span<byte> digits = stackalloc byte[40];
        number.Digits.TryFormat(digits, out var count, default, System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
        {
            if (i == magnitude + 1 && magnitude >= 0) target[length++] = (byte)'.';
            target[length++] = digits[i];
        }

        for (var zeros = number.Exponent; zeros > 0; zeros--) target[length++] = (byte)'0';
        return length;
    }

    private const string TooManyDigits = "Attempting to store more than 38 significant digits in a Number";
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";

    private static int ParseExponent(ReadOnlySpan<byte> text, int at)
    {
        var negative = at < text.Length && text[at] == '-';
        if (at < text.Length && (text[at] is (byte)'-' or (byte)'+')) at++;
        if (at == text.Length) throw NotANumber(text);
        var value = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] is < (byte)'0' or > (byte)'9') throw NotANumber(text);
            // Past any range already: further digits cannot bring it back.
            if (value < 100_000) value = (value * 10) + (text[at] - '0');
        }

        return negative ? -value : value;
    }

    private static DynamoException NotANumber(ReadOnlySpan<byte> text) => DynamoException.Validation(text.IsEmpty
        ? "The parameter cannot be converted to a numeric value"
        : "The parameter cannot be converted to a numeric value: " + Encoding.UTF8.GetString(text));
}
