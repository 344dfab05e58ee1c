using System.Globalization;

namespace LoadTest.Tests.Wire;

public sealed class ClockTests
{
    [TestCase(+3600, "this machine's clock is 3600 s behind the server's; signatures use the server's time")]
    [TestCase(-900, "this machine's clock is 900 s ahead of the server's; signatures use the server's time")]
    public async Task A_clock_that_is_wrong_is_corrected_and_reported(int seconds, string note)
    {
        var time = new FixedTime(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        await using var server = RawServer.Answering(RawServer.Http(RawServer.PutAnswer, headers: $"Date: {time.Now.AddSeconds(seconds):R}\r\n"));
        await using var lab = await WireLab.OpenAsync(WireLab.Options(server.Endpoint), connections: 1, time);
        await lab.PutAsync();
        var expected = time.Now.AddSeconds(seconds).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lab.Notes, Is.EqualTo(new[] { note }));
            Assert.That(server.Requests.Last(), Does.Contain($"\r\nx-amz-date: {expected}\r\n"));
        }
    }

    [TestCase("Date: Sun, 22 Nov 2026 10:00:20 GMT\r\n", TestName = "A_clock_that_is_nearly_right_is_left_alone")]
    [TestCase("Date: nonsense\r\n", TestName = "A_date_that_is_none_is_passed_over")]
    [TestCase("", TestName = "A_server_that_gives_no_date_is_believed_to_have_the_same_time")]
    public async Task A_clock_is_left_alone(string header)
    {
        var time = new FixedTime(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        await using var server = RawServer.Answering(RawServer.Http(RawServer.PutAnswer, headers: header));
        await using var lab = await WireLab.OpenAsync(WireLab.Options(server.Endpoint), connections: 1, time);
        await lab.PutAsync();
        Assert.That(lab.Notes, Is.Empty);
        Assert.That(server.Requests.Last(), Does.Contain("\r\nx-amz-date: 20261122T100000Z\r\n"));
    }

    // The date stands still; the timers and timestamps are the machine's.
    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now => now;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
