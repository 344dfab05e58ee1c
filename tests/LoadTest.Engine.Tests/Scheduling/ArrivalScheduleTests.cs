using CsCheck;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Scheduling;

namespace LoadTest.Engine.Tests.Scheduling;

public sealed class ArrivalScheduleTests
{
    private static readonly Gen<Stage> AnyStage = Gen.Select(
        Gen.Double[0, 500], Gen.Double[0, 500], Gen.Int[1, 20_000],
        (from, to, milliseconds) => new Stage(from, to, TimeSpan.FromMilliseconds(milliseconds)));

    private static readonly Gen<ArrivalSchedule> AnySchedule = AnyStage.List[1, 5].Select(stages => new ArrivalSchedule(stages));

    [Test]
    public void A_rate_held_for_a_time_offers_exactly_their_product()
    {
        var schedule = new ArrivalSchedule([Stage.Hold(2000, TimeSpan.FromSeconds(10))]);
        Assert.That(schedule.Total, Is.EqualTo(20_000));
    }

    [Test]
    public void A_held_rate_starts_operations_at_even_distances()
    {
        var schedule = new ArrivalSchedule([Stage.Hold(2000, TimeSpan.FromSeconds(10))]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.StartOf(0), Is.Zero);
            Assert.That(schedule.StartOf(1), Is.EqualTo(500_000));
            Assert.That(schedule.StartOf(19_999), Is.EqualTo(9_999_500_000));
        }
    }

    [Test]
    public void A_ramp_offers_the_area_under_its_rate()
    {
        var schedule = new ArrivalSchedule([new Stage(0, 100, TimeSpan.FromSeconds(10))]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.Total, Is.EqualTo(500));
            // n(t) = 5 t^2, so the 125th starts after 5 s.
            Assert.That(schedule.StartOf(125), Is.EqualTo(5_000_000_000));
        }
    }

    [Test]
    public void A_ramp_down_to_zero_ends_in_time()
    {
        var schedule = new ArrivalSchedule([new Stage(100, 0, TimeSpan.FromSeconds(10))]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.Total, Is.EqualTo(500));
            Assert.That(schedule.StartOf(499), Is.LessThan(10_000_000_000));
        }
    }

    [Test]
    public void A_stage_without_load_is_a_pause()
    {
        var second = TimeSpan.FromSeconds(1);
        var schedule = new ArrivalSchedule([Stage.Hold(10, second), Stage.Hold(0, second), Stage.Hold(10, second)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.Total, Is.EqualTo(20));
            Assert.That(schedule.StartOf(9), Is.EqualTo(900_000_000));
            Assert.That(schedule.StartOf(10), Is.EqualTo(2_000_000_000));
        }
    }

    [Test]
    public void Starts_never_go_back_and_lie_within_the_schedule() => AnySchedule.Sample(schedule =>
    {
        long before = 0;
        for (long i = 0; i < schedule.Total; i++)
        {
            var start = schedule.StartOf(i);
            if (start < before || start > schedule.Duration.TotalNanoseconds + 1) return false;
            before = start;
        }

        return true;
    }, iter: 200);

    [Test]
    public void Counting_and_starting_agree() => Gen.Select(AnySchedule, Gen.Double[0, 1]).Sample((schedule, place) =>
    {
        if (schedule.Total == 0) return true;
        var index = Math.Min(schedule.Total - 1, (long)(place * schedule.Total));
        // A microsecond around the start covers the tolerance of the count.
        return schedule.CountBefore(schedule.StartOf(index) - 1000) <= index
            && schedule.CountBefore(schedule.StartOf(index) + 1_000_000) >= index;
    });

    [Test]
    public void Everything_is_offered_at_the_end() => AnySchedule.Sample(schedule =>
        schedule.CountBefore((long)schedule.Duration.TotalNanoseconds + 1) == schedule.Total);

    [Test]
    public void Workers_together_start_what_one_worker_starts() => Gen.Select(AnySchedule, Gen.Int[1, 9]).Sample((schedule, workers) =>
    {
        var together = Enumerable.Range(0, workers).Select(index => new WorkerShare(index, workers)).SelectMany(share =>
            Enumerable.Range(0, (int)share.OwnCount(schedule.Total)).Select(own => schedule.StartOf(share.PlanIndex(own)))).Order();
        return together.SequenceEqual(Enumerable.Range(0, (int)schedule.Total).Select(index => schedule.StartOf(index)));
    }, iter: 50);

    [Test]
    public void A_long_fast_schedule_does_not_drift()
    {
        var schedule = new ArrivalSchedule([Stage.Hold(100_000, TimeSpan.FromHours(24))]);
        Assert.That(schedule.StartOf(8_639_999_999), Is.EqualTo(86_399_999_990_000).Within(1));
    }

    [Test]
    public void A_schedule_without_stages_is_refused() =>
        Assert.That(() => new ArrivalSchedule([]), Throws.ArgumentException);
}
