using System.Globalization;
using System.Text;
using LoadTest.Wire.Http;

namespace LoadTest.Tests.Wire.Http;

/// <summary>
/// Holds the response parser against the framework's own client, on answers that are honest or nearly so. The parser may refuse what the other
/// accepts, but must never read something else from the same bytes, nor wait for more where the other is done.
/// </summary>
[Parallelizable]
public sealed class DifferentialTests
{
    private const string SeedVariable = "LOADTEST_FUZZ_SEED";
    private static readonly ResponseLimits Limits = new(2048, 8192);

    [Test]
    public async Task Honest_answers_are_read_as_the_other_client_reads_them()
    {
        using var reference = new ReferenceClient();
        var answers = new AnswerMutator(seed: 1);
        for (var number = 0L; number < 2_000; number++)
        {
            var (answer, body) = answers.Honest(number);
            var ours = Read(answer, [answer.Length]);
            var theirs = await reference.ReadAsync(answer);
            Assert.That(ours.Status == ParseStatus.Complete && ours.Body.AsSpan().SequenceEqual(body), Is.True, () => Describe(1, number, answer));
            Assert.That(theirs is { } read && read.Status == ours.Code && read.Body.AsSpan().SequenceEqual(body), Is.True, () => Describe(1, number, answer));
        }
    }

    [Test]
    public async Task An_answer_that_the_other_client_reads_only_byte_by_byte_is_read_wherever_it_is_cut()
    {
        const string head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        const int block = 4096;
        var body = new string('x', block - head.Length - "FFF\r\n\r\n0\r\n".Length);
        var answer = Encoding.Latin1.GetBytes($"{head}{body.Length:X3}\r\n{body}\r\n0\r\n\r\n ");
        Assert.That(answer, Has.Length.EqualTo(block + "\r\n ".Length));
        using var reference = new ReferenceClient();
        Assert.That(await reference.ReadAsync(answer), Is.Null, "its flaw, which is why it is asked twice");
        Assert.That((await reference.ReadAsync(answer, mostPerRead: 1))?.Body, Has.Length.EqualTo(body.Length));
        foreach (var cut in new[] { 1, 7, block - 1, block, answer.Length })
            Assert.That(Read(answer, [cut]).Body, Has.Length.EqualTo(body.Length), $"cut at {cut}");
    }

    [Test]
    public Task Whatever_comes_is_never_read_otherwise_than_by_the_other_client() => CompareAsync(seed: 1, TimeSpan.MaxValue, most: 5_000);

    [Test]
    [Category("Slow")]
    public Task Whatever_comes_is_never_read_otherwise_for_a_minute()
    {
        // Each day looks at other answers; the seed is in the message, and can be given.
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber;
        return CompareAsync(seed, TimeSpan.FromMinutes(1), most: long.MaxValue);
    }

    private static async Task CompareAsync(int seed, TimeSpan time, long most)
    {
        using var reference = new ReferenceClient();
        var answers = new AnswerMutator(seed);
        var cuts = new Random(seed);
        var start = TimeProvider.System.GetTimestamp();
        long number = 0, complete = 0, refused = 0;
        for (; number < most && TimeProvider.System.GetElapsedTime(start) < time; number++)
        {
            var answer = answers.Any(number);
            var ours = Read(answer, [Math.Max(1, answer.Length)]);
            var cut = Read(answer, [cuts.Next(1, 40), cuts.Next(1, 400)]);
            var isSame = ours.Status == cut.Status && ours.Code == cut.Code && ours.Body.AsSpan().SequenceEqual(cut.Body);
            if (!isSame || !await IsReadAlikeAsync(reference, answer, ours)) Assert.Fail(Describe(seed, number, answer));
            if (ours.Status == ParseStatus.Complete) complete++;
            if (ours.Status == ParseStatus.Invalid) refused++;
        }

        TestContext.Out.WriteLine($"seed {seed}: {number} answers, {complete} complete, {refused} refused");
        Assert.That((complete * 5 > number, refused * 20 > number), Is.EqualTo((true, true)), "answers of both kinds");
    }

    // The other client takes an answer for cut off whose last line begins a read of its own, of 4096 bytes, and is followed by something else.
    // What an answer says does not depend on where it was cut: byte by byte it reads that one too.
    private static async Task<bool> IsReadAlikeAsync(ReferenceClient reference, byte[] answer, (ParseStatus Status, int Code, byte[] Body) ours) =>
        Judge(ours, await reference.ReadAsync(answer)) || Judge(ours, await reference.ReadAsync(answer, mostPerRead: 1));

    private static bool Judge((ParseStatus Status, int Code, byte[] Body) ours, (int Status, byte[] Body)? theirs) => ours.Status switch
    {
        ParseStatus.Complete => theirs is { } read && read.Status == ours.Code && read.Body.AsSpan().SequenceEqual(ours.Body),
        ParseStatus.Incomplete => theirs is null,
        _ => true,
    };

    private static (ParseStatus Status, int Code, byte[] Body) Read(byte[] answer, int[] cuts)
    {
        var parser = new ResponseParser(Limits);
        parser.Reset();
        var status = ParseStatus.Incomplete;
        for (int at = 0, i = 0; at < answer.Length && status == ParseStatus.Incomplete; i++)
        {
            var free = parser.Free();
            var count = Math.Min(Math.Min(cuts[i % cuts.Length], free.Length), answer.Length - at);
            if (count == 0) throw new InvalidOperationException("an incomplete answer must have room to go on");
            answer.AsMemory(at, count).CopyTo(free);
            at += count;
            status = parser.Advance(count);
        }

        return status == ParseStatus.Complete ? (status, parser.Status, parser.Body.ToArray()) : (status, 0, []);
    }

    private static string Describe(int seed, long number, byte[] answer) =>
        $"seed {seed} ({SeedVariable}), answer {number}: {System.Text.Json.JsonEncodedText.Encode(Encoding.Latin1.GetString(answer))}";
}
