using CsCheck;
using LoadTest.Engine.Planning;

namespace LoadTest.Engine.Tests.Planning;

public sealed class WorkerShareTests
{
    [Test]
    public void All_workers_together_perform_each_operation_once() =>
        Gen.Select(Gen.Int[1, 40], Gen.Long[0, 2000]).Sample((workers, total) =>
        {
            var performed = Enumerable.Range(0, workers).Select(index => new WorkerShare(index, workers))
                .SelectMany(share => Numbers(share.OwnCount(total)).Select(share.PlanIndex)).Order();
            return performed.SequenceEqual(Numbers(total));
        });

    [Test]
    public void The_parts_of_the_places_add_up_to_all_of_them() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 5000]).Sample((workers, places) =>
            Enumerable.Range(0, workers).Sum(index => new WorkerShare(index, workers).OwnPart(places)) == places);

    private static IEnumerable<long> Numbers(long count)
    {
        for (long i = 0; i < count; i++) yield return i;
    }
}
