using System.Globalization;
using System.Text;

namespace LoadTest.Tests.Wire.Http;

/// <summary>
/// Makes answers of HTTP/1.1 that are honest or nearly so: built of the parts that a parser tells apart, each part at times not what it should
/// be, and then a few bytes changed. The same seed and number give the same bytes. Text is Latin-1, so that a character is a byte.
/// </summary>
internal sealed class AnswerMutator(int seed)
{
    private static readonly string[] StatusLines =
        ["HTTP/1.0 200 OK", "HTTP/1.1 200", "HTTP/1.1 200 ", "HTTP/1.1  200 OK", "HTTP/2.0 200 OK", "HTTP/1.1 2000 OK", "HTTP/1.1 099 No", "HTTP/1.1 20 OK", "HTTP/1.1 600 X", "http/1.1 200 OK", "HTTP/1.1\t200 OK", "HTTP/1.1 204 None", "HTTP/1.1 304 Same", ""];

    private static readonly string[] Interims =
        ["HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 102 Processing\r\nX: y\r\n\r\n", "HTTP/1.1 103 Hints\r\nLink: a\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n", "HTTP/1.1 100 Continue\r\nContent-Length: 3\r\n\r\n", "HTTP/1.1 199 ?\r\n\r\n"];

    private static readonly string[] Headers =
        ["Server: Server", "Date: Sun, 22 Nov 2026 10:15:00 GMT", "Content-Type: application/x-amz-json-1.0", "x-amzn-RequestId: ABC", "x-amz-crc32: 1", "Connection: keep-alive", "Connection: close", "Empty:"];

    private static readonly string[] OddHeaders =
        [" folded", "\tfolded", "No colon", ": no name", "Space : before", "In name: x", "Bad\0name: x", "Value: \0", "Value: \u00e9", "Transfer-Encoding: gzip", "Transfer-Encoding: gzip, chunked", "transfer-encoding: CHUNKED", "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: xchunked", "Content-Length: 0", "Content-Length: 5", "Lone\nfeed: x", "Lone\rreturn: x"];

    private static readonly string[] Lengths =
        ["0{0}", "+{0}", "-{0}", "{0},{0}", "{0} {0}", "0x{0}", "{0}.0", "", "99999999999", "99999999999999999999", "{0}\u00a0", "\t{0} "];

    private static readonly string[] Sizes =
        ["0{0:X}", "{0:x}", "{0:X} ", "{0:X};a=b", "{0:X} ;a", "{0:X};\"\r\"", "+{0:X}", "-{0:X}", "0x{0:X}", "{0:X}g", "", " {0:X}", "00000000{0:X}", "FFFFFFFF", "7FFFFFFF", "FFFFFFFFFFFFFFFFF"];

    private static readonly string[] Tokens =
        ["\r\n", "\n", "\r", "\r\n\r\n", "\n\n", ":", " ", "\t", "\0", "0", "0\r\n\r\n", "HTTP/1.1 200 OK\r\n", "Content-Length: 1\r\n", "Transfer-Encoding: chunked\r\n", ";", "\u00ff"];

    /// <summary>An answer that no parser may refuse, and its body.</summary>
    public (byte[] Answer, byte[] Body) Honest(long number)
    {
        var random = RandomOf(number);
        var body = Body(random);
        var isChunked = Chance(random, 2);
        var text = new StringBuilder();
        if (Chance(random, 4)) text.Append("HTTP/1.1 100 Continue\r\n\r\n");
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(Chance(random, 2) ? 200 : 400)} Reason\r\n");
        foreach (var header in Headers.Where(_ => Chance(random, 2))) text.Append(header).Append("\r\n");
        text.Append(isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n"));
        text.Append(isChunked ? Chunks(random, body, isOdd: false) : body);
        return (Encoding.Latin1.GetBytes(text.ToString()), Encoding.Latin1.GetBytes(body));
    }

    /// <summary>An answer in which anything may be wrong.</summary>
    public byte[] Any(long number)
    {
        var random = RandomOf(number);
        var text = new StringBuilder(Answer(random));
        for (var changes = random.Next(-3, 4); changes > 0 && text.Length > 0; changes--) Change(random, text);
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Answer(Random random)
    {
        var body = Body(random);
        var text = new StringBuilder();
        while (Chance(random, 6)) text.Append(Pick(random, Interims));
        text.Append(Chance(random, 8) ? Pick(random, StatusLines) : $"HTTP/1.1 {Pick(random, ["200", "200", "400", "500"])} OK").Append("\r\n");
        var headers = Headers.Where(_ => Chance(random, 3)).ToList();
        if (Chance(random, 4)) headers.Insert(random.Next(headers.Count + 1), Pick(random, OddHeaders));
        var framings = Chance(random, 12) ? random.Next(3) : 1;
        var isChunked = Chance(random, 2);
        for (var i = 0; i < framings; i++) headers.Insert(random.Next(headers.Count + 1), Framing(random, body, isChunked != Chance(random, 20)));
        foreach (var header in headers) text.Append(header).Append(Chance(random, 40) ? "\n" : "\r\n");
        text.Append("\r\n").Append(isChunked ? Chunks(random, body, isOdd: Chance(random, 3)) : body);
        if (Chance(random, 20)) text.Append(Pick(random, Tokens));
        return text.ToString();
    }

    private static string Framing(Random random, string body, bool isChunked)
    {
        if (isChunked) return "Transfer-Encoding: chunked";
        var name = Chance(random, 4) ? "content-LENGTH" : "Content-Length";
        var length = Chance(random, 6) ? body.Length + random.Next(-2, 3) : body.Length;
        return $"{name}:{Pick(random, [" ", "", "\t", "  "])}" + string.Format(CultureInfo.InvariantCulture, Chance(random, 5) ? Pick(random, Lengths) : "{0}", length);
    }

    private static string Chunks(Random random, string body, bool isOdd)
    {
        var text = new StringBuilder();
        for (var at = 0; at < body.Length;)
        {
            // Small chunks of a large body would have more framing than the limits allow.
            var length = Math.Min(body.Length - at, random.Next(1, 200) + body.Length / 16);
            var isOddHere = isOdd && Chance(random, 3);
            text.Append(string.Format(CultureInfo.InvariantCulture, isOddHere ? Pick(random, Sizes) : "{0:X}", isOddHere ? length + random.Next(-1, 2) : length)).Append("\r\n");
            text.Append(body, at, length).Append(isOdd && Chance(random, 10) ? Pick(random, Tokens) : "\r\n");
            at += length;
        }

        if (isOdd && Chance(random, 8)) return text.ToString();
        text.Append(isOdd && Chance(random, 4) ? Pick(random, ["00", "0;a=b", "0 ", "-0", "0x0"]) : "0").Append("\r\n");
        if (Chance(random, 4)) text.Append(isOdd ? Pick(random, OddHeaders) : "Trailer: t").Append("\r\n");
        return text.Append("\r\n").ToString();
    }

    private static void Change(Random random, StringBuilder text)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 20), text.Length - at);
        switch (random.Next(6))
        {
            case 0: text[at] = (char)random.Next(256); break;
            case 1: text.Insert(at, Pick(random, Tokens)); break;
            case 2: text.Remove(at, length); break;
            case 3: text.Insert(at, text.ToString(at, length)); break;
            case 4: text.Length = at; break;
            default: text[at] ^= (char)(1 << random.Next(8)); break;
        }
    }

    private static string Body(Random random)
    {
        var bytes = new byte[random.Next(4) switch { 0 => 0, 1 => random.Next(1, 20), 2 => random.Next(400), _ => random.Next(4000) }];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    private Random RandomOf(long number) => new(unchecked(seed * 1_000_003 + (int)number));

    private static bool Chance(Random random, int oneIn) => random.Next(oneIn) == 0;

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
