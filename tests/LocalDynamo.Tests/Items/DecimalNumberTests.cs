using System.Numerics;
using System.Text;
using CsCheck;
using LocalDynamo.Items;

namespace LocalDynamo.Tests.Items;

public sealed class DecimalNumberTests
{
    private static readonly Gen<(bool Negative, string Digits, int Exponent)> Numbers =
        Gen.Select(Gen.Bool, Gen.Char['0', '9'].Array[1, 38].Select(digits => new string(digits)), Gen.Int[-60, 60]);

    [Test]
    public void Text_and_number_are_one_and_the_same() => Numbers.Sample(drawn =>
    {
        var number = Parse(Text(drawn));
        return Parse(number.ToString()) == number;
    });

    [Test]
    public void Order_is_that_of_exact_arithmetic() => Gen.Select(Numbers, Numbers).Sample((one, two) =>
        Math.Sign(Parse(Text(one)).CompareTo(Parse(Text(two)))) == Math.Sign(Exact(one).CompareTo(Exact(two))));

    [Test]
    public void Notation_does_not_matter() => Numbers.Sample(drawn =>
        Parse(Text(drawn)) == Parse(Text((drawn.Negative, "00" + drawn.Digits, drawn.Exponent)))
        && Parse(Text(drawn)) == Parse($"{(drawn.Negative ? "-" : "")}{drawn.Digits}.000E{Invariant(drawn.Exponent)}"));

    // Sizes as Dynalite counts them, which found them by asking the service.
    [TestCase("0", 1)]
    [TestCase("1", 2)]
    [TestCase("-1", 3)]
    [TestCase("10", 2)]
    [TestCase("12", 2)]
    [TestCase("123", 3)]
    [TestCase("0.1", 2)]
    [TestCase("12345678901234567890123456789012345678", 20)]
    public void Size_is_a_byte_for_two_digits_and_one_more(string text, int bytes) => Assert.That(Parse(text).Size, Is.EqualTo(bytes));

    private static DecimalNumber Parse(string text) => DecimalText.Parse(Encoding.UTF8.GetBytes(text));

    private static string Text((bool Negative, string Digits, int Exponent) drawn) =>
        $"{(drawn.Negative ? "-" : "")}{drawn.Digits}e{Invariant(drawn.Exponent)}";

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Scaled by 10^60, so that every drawn number is whole.
    private static BigInteger Exact((bool Negative, string Digits, int Exponent) drawn) =>
        (drawn.Negative ? -1 : 1) * BigInteger.Parse(drawn.Digits, System.Globalization.CultureInfo.InvariantCulture) * BigInteger.Pow(10,
            drawn.Exponent + 60);
}
