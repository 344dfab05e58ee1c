using CsCheck;
using LocalDynamo.Capacity;
using TestSupport;

namespace LocalDynamo.Tests.Capacity;

public sealed class TokenBucketTests
{
    private readonly ManualTimeProvider _time = new();

    [Test]
    public void A_new_bucket_is_full()
    {
        var bucket = new TokenBucket(5, TimeSpan.FromSeconds(300), _time);
        Assert.That(bucket.Level(), Is.EqualTo(1500));
    }

    [Test]
    public void A_request_is_admitted_while_anything_is_left_and_may_leave_a_debt()
    {
        var bucket = new TokenBucket(1, TimeSpan.FromSeconds(2), _time);
        bucket.Take(1.5);
        Assert.That(bucket.Admits(), Is.True);
        bucket.Take(10);
        Assert.That(bucket.Admits(), Is.False);
        Assert.That(bucket.Level(), Is.EqualTo(-9.5));
    }

    [Test]
    public void A_debt_is_paid_back_before_the_next_request_is_admitted()
    {
        var bucket = new TokenBucket(10, TimeSpan.FromSeconds(1), _time);
        bucket.Take(30);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.That(bucket.Admits(), Is.False);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.That(bucket.Admits(), Is.True);
    }

    [Test]
    public void What_is_not_used_is_banked_up_to_the_limit_and_no_further()
    {
        var bucket = new TokenBucket(10, TimeSpan.FromSeconds(300), _time);
        bucket.Take(3000);
        _time.Advance(TimeSpan.FromSeconds(100));
        Assert.That(bucket.Level(), Is.EqualTo(1000).Within(0.001));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.That(bucket.Level(), Is.EqualTo(3000));
    }

    [Test]
    public void A_lower_rate_keeps_what_is_banked_up_to_its_own_limit()
    {
        var bucket = new TokenBucket(10, TimeSpan.FromSeconds(300), _time);
        bucket.Change(1, TimeSpan.FromSeconds(300));
        Assert.That(bucket.Level(), Is.EqualTo(300));
        bucket.Change(100, TimeSpan.FromSeconds(300));
        Assert.That(bucket.Level(), Is.EqualTo(300));
    }

    /// <summary>
    /// However the clock moves and requests come, no more is taken than the bank, the refill and one request's debt allow.
    /// </summary>
    [Test]
    public void Admitted_units_never_exceed_bank_and_refill_by_more_than_one_request()
    {
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 10], Gen.Select(Gen.Int[0, 500], Gen.Int[1, 40]).List[1, 200]).Sample((rate, bank, steps) =>
        {
            var time = new ManualTimeProvider();
            var bucket = new TokenBucket(rate, TimeSpan.FromSeconds(bank), time);
            var (taken, elapsed, largest) = (0.0, 0.0, 0.0);
            foreach (var (milliseconds, units) in steps)
            {
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                elapsed += milliseconds / 1000.0;
                if (!bucket.Admits()) continue;
                bucket.Take(units);
                taken += units;
                largest = Math.Max(largest, units);
            }

            return taken <= (rate * (bank + elapsed)) + largest + 0.01;
        });
    }
}
