namespace LoadTest.Items;

/// <summary>The size of a number as DynamoDB counts it.</summary>
internal static class NumberSize
{
    /// <summary>
    /// A byte for each pair of its digits, as they pair up from the point on, without the zeros at both ends; one more for the number, and one for a
    /// minus.
    /// </summary>
    /// <param name="text">The number in digits, with a minus or a point where it has one, and without an exponent. UTF-8.</param>
    public static int Of(ReadOnlySpan<byte> text)
    {
        var digits = text.TrimStart((byte)'-');
        var point = digits.IndexOf((byte)'.');
        var whole = (point < 0 ? digits : digits[..point]).TrimStart((byte)'0');
        var fraction = point < 0 ? default : digits[(point + 1)..].TrimEnd((byte)'0');
        var pairs = Pairs(whole.Length) + Pairs(fraction.Length);
        if (fraction.IsEmpty) pairs -= (whole.Length - whole.TrimEnd((byte)'0').Length) / 2;
        if (whole.IsEmpty) pairs -= (fraction.Length - fraction.TrimStart((byte)'0').Length) / 2;
        return 1 + pairs + (pairs > 0 ? text.Length - digits.Length : 0);
    }

    private static int Pairs(int digits) => (digits + 1) / 2;
}
