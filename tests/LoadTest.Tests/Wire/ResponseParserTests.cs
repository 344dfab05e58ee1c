using System.Text;
using CsCheck;
using LoadTest.Wire.Http;

namespace LoadTest.Tests.Wire;

public sealed class ResponseParserTests
{
    private static readonly ResponseLimits Limits = new(1024, 4096);

    private static readonly string[] Fragments =
    [
        "HTTP/1.1 ", "HTTP/1.0 ", "200", "100", "400", " OK", "\r\n", "\r\n\r\n", "\n", "\r", "Content-Length", "content-length: ", "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip", "Connection: close", "Date: Sun, 22 Nov 2026 10:15:00 GMT", ":", " ", "\t", "0", "5", "FFFFFFFF", "ffffffffffffffff",
        "99999999999999999999", "-1", ";ext", "{}", "hello", "\0", "\u00ff", "0\r\n\r\n", "5\r\nhello\r\n",
    ];

    private static readonly Gen<byte[]> ValidAnswers =
        from status in Gen.OneOf(200, 400, 403, 500, 503)
        from body in Gen.Byte.Array[0, 2000]
        from chunks in Gen.Int[1, 400]
        from isChunked in Gen.Bool
        from interim in Gen.Int[0, 2]
        select Encode(status, body, isChunked ? chunks : 0, interim);

    private static readonly Gen<byte[]> Nonsense = Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.OneOf(Fragments).Array[0, 25].Select(parts => Encoding.Latin1.GetBytes(string.Concat(parts))),
        Gen.Select(ValidAnswers, Gen.Int[0, 3000], Gen.Byte, (bytes, place, value) =>
        {
            bytes[place % bytes.Length] = value;
            return bytes;
        }),
        Gen.Select(ValidAnswers, Gen.Int[0, 3000], Gen.OneOf(Fragments), (bytes, place, fragment) =>
        {
            place %= bytes.Length;
            return bytes[..place].Concat(Encoding.Latin1.GetBytes(fragment)).Concat(bytes[place..]).ToArray();
        }));

    [Test]
    public void An_answer_reads_the_same_however_it_is_cut() =>
        Gen.Select(ValidAnswers, Gen.Int[1, 700].Array[1, 30]).Sample((bytes, cuts) => Read(bytes, cuts) == Read(bytes, [bytes.Length]));

    [Test]
    public void A_body_comes_out_as_it_went_in() =>
        Gen.Select(Gen.Byte.Array[0, 2000], Gen.Int[0, 300], Gen.Int[1, 700].Array[1, 30]).Sample((body, chunks, cuts) =>
        {
            var result = Read(Encode(200, body, chunks, interim: 1), cuts);
            return result.Status == ParseStatus.Complete && result.Body == Convert.ToHexString(body) && result.IsUsable;
        });

    [Test]
    public void An_answer_that_is_cut_off_is_never_complete() =>
        Gen.Select(ValidAnswers, Gen.Int[1, 3000]).Sample((bytes, missing) =>
        {
            var cut = bytes[..^Math.Min(missing, bytes.Length)];
            return Read(cut, [cut.Length]).Status == ParseStatus.Incomplete;
        });

    [Test]
    public void Nonsense_is_read_to_an_end_within_the_limits() =>
        Gen.Select(Nonsense, Gen.Int[1, 300].Array[1, 20]).Sample(ReadsAlikeWithinLimits, iter: 50_000);

    [Test]
    public void What_follows_an_answer_ends_the_connection()
    {
        var bytes = Encode(200, "{}"u8.ToArray(), 0, 0).Concat("x"u8.ToArray()).ToArray();
        var result = Read(bytes, [bytes.Length]);
        Assert.That((result.Status, result.Body, result.IsUsable), Is.EqualTo((ParseStatus.Complete, Convert.ToHexString("{}"u8), false)));
    }

    [TestCase("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", false)]
    [TestCase("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false)]
    [TestCase("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", true)]
    [TestCase("HTTP/1.1 204 No Content\r\n\r\n", true)]
    [TestCase("HTTP/1.1 200\r\ncontent-length:0\r\n\r\n", true)]
    public void An_answer_says_whether_the_connection_stays(string answer, bool stays)
    {
        var result = Read(Encoding.ASCII.GetBytes(answer), [1]);
        Assert.That((result.Status, result.IsUsable), Is.EqualTo((ParseStatus.Complete, stays)));
    }

    [Test]
    public void The_date_is_read_where_it_is_wanted()
    {
        var parser = new ResponseParser(Limits) { WantsDate = true };
        parser.Reset();
        Feed(parser, "HTTP/1.1 404 Not Found\r\nDate: Sun, 22 Nov 2026 10:15:00 GMT\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), [1000]);
        Assert.That(parser.Date, Is.EqualTo(new DateTimeOffset(2026, 11, 22, 10, 15, 0, TimeSpan.Zero)));
    }

    // Two ways to cut the same bytes must lead to the same end, and no way may go on beyond the limits.
    private static bool ReadsAlikeWithinLimits(byte[] bytes, int[] cuts)
    {
        var whole = Read(bytes, [Math.Max(1, bytes.Length)]);
        var cut = Read(bytes, cuts);
        return whole.Status == cut.Status && (whole.Status != ParseStatus.Complete || whole.Body == cut.Body)
            && (whole.Status != ParseStatus.Incomplete || bytes.Length <= 3 * (Limits.HeadBytes + Limits.BodyBytes));
    }

    private static (ParseStatus Status, string Body, bool IsUsable) Read(byte[] bytes, int[] cuts)
    {
        var parser = new ResponseParser(Limits);
        parser.Reset();
        var status = Feed(parser, bytes, cuts);
        return (status, status == ParseStatus.Complete ? Convert.ToHexString(parser.Body) : "", parser.LeavesConnectionUsable);
    }

    private static ParseStatus Feed(ResponseParser parser, byte[] bytes, int[] cuts)
    {
        var status = ParseStatus.Incomplete;
        var at = 0;
        for (var i = 0; at < bytes.Length && status == ParseStatus.Incomplete; i++)
        {
            var free = parser.Free();
            Assert.That(free.IsEmpty, Is.False, "an incomplete answer must have room to go on");
            var count = Math.Min(Math.Min(cuts[i % cuts.Length], free.Length), bytes.Length - at);
            bytes.AsMemory(at, count).CopyTo(free);
            at += count;
            status = parser.Advance(count);
        }

        return status;
    }

    private static byte[] Encode(int status, byte[] body, int chunkSize, int interim)
    {
        using var bytes = new MemoryStream();
        for (var i = 0; i < interim; i++) Write(bytes, "HTTP/1.1 100 Continue\r\n\r\n");
        Write(bytes, $"HTTP/1.1 {status} Reason\r\nServer: Server\r\nx-amzn-RequestId: ABC\r\n");
        if (chunkSize == 0)
        {
            Write(bytes, $"Content-Length: {body.Length}\r\n\r\n");
            bytes.Write(body);
            return bytes.ToArray();
        }

        // Small chunks of a large body would have more framing than any server sends.
        var size = Math.Max(chunkSize, body.Length / 40 + 1);
        Write(bytes, "Transfer-Encoding: chunked\r\n\r\n");
        foreach (var chunk in body.Chunk(size))
        {
            Write(bytes, $"{chunk.Length:X}\r\n");
            bytes.Write(chunk);
            Write(bytes, "\r\n");
        }

        Write(bytes, "0\r\n\r\n");
        return bytes.ToArray();
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.ASCII.GetBytes(text));
}
