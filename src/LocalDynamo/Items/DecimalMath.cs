using System.Numerics;
using LocalDynamo.Http;

namespace LocalDynamo.Items;

/// <summary>Exact sums of numbers, within DynamoDB's 38 digits.</summary>
internal static class DecimalMath
{
    /// <exception cref="DynamoException">The sum has more than 38 significant digits, or is out of range.</exception>
    public static DecimalNumber Add(DecimalNumber left, DecimalNumber right)
    {
        if (left.Digits == UInt128.Zero) return right;
        if (right.Digits == UInt128.Zero) return left;
        var exponent = Math.Min(left.Exponent, right.Exponent);
        var sum = Scaled(left, exponent) + Scaled(right, exponent);
        if (sum.IsZero) return DecimalNumber.Zero;
        var digits = BigInteger.Abs(sum);
        while (digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        if (digits >= LargestDigits) throw DynamoException.Validation(TooManyDigits);
        return DecimalText.InRange(new DecimalNumber(sum.Sign < 0, (UInt128)digits, exponent));
    }

    /// <exception cref="DynamoException">The difference has more than 38 significant digits, or is out of range.</exception>
    public static DecimalNumber Subtract(DecimalNumber left, DecimalNumber right) =>
        Add(left, right.Digits == UInt128.Zero ? right : right with { Negative = !right.Negative });

    private const string TooManyDigits = "DynamoDB only supports precision up to 38 digits";

    private static readonly BigInteger LargestDigits = BigInteger.Pow(10, DecimalNumber.MaxDigits);

    private static BigInteger Scaled(DecimalNumber number, int exponent)
    {
        var scaled = (BigInteger)number.Digits * BigInteger.Pow(10, number.Exponent - exponent);
        return number.Negative ? -scaled : scaled;
    }
}
