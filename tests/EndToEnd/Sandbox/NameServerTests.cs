using System.Net;

namespace EndToEnd.Sandbox;

/// <summary>The name server knows AWS alone, on the loopback alone.</summary>
internal sealed class NameServerTests
{
    [Test]
    public void A_name_of_AWS_is_the_loopback()
    {
        var answer = NameServer.AnswerTo(Query("sts.us-east-1.amazonaws.com", 28))!;

        Assert.Multiple(() =>
        {
            Assert.That(answer[..2], Is.EqualTo(new byte[] { 0x12, 0x34 }), "the query's id");
            Assert.That(answer[3] & 0x0F, Is.Zero, "no error");
            Assert.That(answer[7], Is.EqualTo(1));
            Assert.That(new IPAddress(answer[^16..]), Is.EqualTo(IPAddress.IPv6Loopback));
        });
    }

    [Test]
    public void It_has_no_address_of_the_older_kind() => Assert.That(NameServer.AnswerTo(Query("sts.us-east-1.amazonaws.com", 1))![7], Is.Zero);

    [TestCase("example.com")]
    [TestCase("amazonaws.com.example.com")]
    public void No_other_name_exists(string name) => Assert.That(NameServer.AnswerTo(Query(name, 28))![3] & 0x0F, Is.EqualTo(3));

    [Test]
    public void What_is_no_query_gets_no_answer()
    {
        var query = Query("sts.us-east-1.amazonaws.com", 28);
        Assert.Multiple(() =>
        {
            for (var length = 0; length < query.Length; length++) Assert.That(NameServer.AnswerTo(query.AsSpan(0, length)), Is.Null, $"{length} bytes");
        });
    }

    private static byte[] Query(string name, byte type) =>
    [
        0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0,
        .. name.Split('.').SelectMany(label => new[] { (byte)label.Length }.Concat(System.Text.Encoding.ASCII.GetBytes(label))), 0,
        0, type, 0, 1,
    ];
}
