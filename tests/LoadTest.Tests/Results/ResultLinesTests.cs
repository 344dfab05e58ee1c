using System.Security.Cryptography;
using LoadTest.Results;

namespace LoadTest.Tests.Results;

public sealed class ResultLinesTests
{
    private const int LongestLine = 16 * 1024;
    private static readonly byte[] Record = RandomNumberGenerator.GetBytes(100_000);

    [Test]
    public void A_record_comes_back_from_its_lines_in_any_order_among_others_and_given_twice()
    {
        var lines = Lines();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.GreaterThan(5));
            Assert.That(lines.Max(line => line.Length), Is.LessThan(LongestLine - 256), "room for what a log puts in front");
            Assert.That(ResultLines.Read(["before", .. lines.Reverse(), lines[0], "after"]), Is.EqualTo(Record));
            Assert.That(ResultLines.Read(["no result here", "LT-RESULT of no kind"]), Is.Null);
        }
    }

    [Test]
    public void What_is_missing_changed_or_mixed_up_is_refused()
    {
        var lines = Lines();
        var changed = lines[2].Replace(lines[2][^20..], lines[2][^20..].ToLowerInvariant().Replace('a', 'b'), StringComparison.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ResultLines.Read(lines[1..]), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("1 of "));
            Assert.That(() => ResultLines.Read([.. lines, changed]), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("several workers"));
            Assert.That(() => ResultLines.Read(lines.Select(line => line == lines[0] ? line[..^1] : line)), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("changed"));
        }
    }

    private static string[] Lines() => [.. ResultLines.Of(new MemoryStream(Record))];
}
