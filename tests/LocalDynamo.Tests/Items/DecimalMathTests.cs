using CsCheck;
using LocalDynamo.Items;

namespace LocalDynamo.Tests.Items;

public sealed class DecimalMathTests
{
    private static readonly Gen<decimal> Amounts = Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(whole => whole / 1000m);

    [Test]
    public void Sums_and_differences_are_those_of_exact_decimals() => Gen.Select(Amounts, Amounts).Sample((a, b) =>
    {
        Assert.That(DecimalMath.Add(Of(a), Of(b)), Is.EqualTo(Of(a + b)));
        Assert.That(DecimalMath.Subtract(Of(a), Of(b)), Is.EqualTo(Of(a - b)));
    });

    [Test]
    public void What_was_added_can_be_taken_away() => Gen.Select(Amounts, Amounts).Sample((a, b) =>
        Assert.That(DecimalMath.Subtract(DecimalMath.Add(Of(a), Of(b)), Of(b)), Is.EqualTo(Of(a))));

    private static DecimalNumber Of(decimal value) => DecimalText.Parse(System.Text.Encoding.ASCII.GetBytes(
        value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
