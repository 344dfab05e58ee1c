using CsCheck;
using LocalDynamo.Http;

namespace LocalDynamo.Tests.Http;

public sealed class Crc32Tests
{
    [Test]
    public void The_check_value_of_the_standard_comes_out() => Assert.That(Crc32.Of("123456789"u8), Is.EqualTo(0xCBF43926));

    [Test]
    public void Eight_bytes_a_step_give_what_one_bit_a_step_gives() =>
        Gen.Byte.Array[0, 100].Sample(bytes => Crc32.Of(bytes) == Crc32Reference.Of(bytes));
}
