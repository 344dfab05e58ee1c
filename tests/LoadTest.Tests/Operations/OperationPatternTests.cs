using CsCheck;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Planning;
using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

public sealed class OperationPatternTests
{
    private static readonly Gen<OperationMix> AnyMix = Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], (put, get) => Mix(put, get));

    [Test]
    public void Each_repetition_holds_the_weights_exactly() => AnyMix.Sample(mix =>
    {
        var total = mix.Weights.Sum(weight => weight.Weight);
        var pattern = new OperationPattern(mix);
        return mix.Weights.All(weight =>
            Enumerable.Range(total, total).Count(index => pattern.At(index).Kind == weight.Operation) == weight.Weight);
    });

    [Test]
    public void An_operation_knows_how_many_of_its_kind_come_before_it() => AnyMix.Sample(mix =>
    {
        var pattern = new OperationPattern(mix);
        var seen = new Dictionary<OperationKind, long>();
        for (var index = 0; index < 300; index++)
        {
            var (kind, ordinal) = pattern.At(index);
            if (ordinal != seen.GetValueOrDefault(kind) || pattern.CountBefore(kind, index) != ordinal) return false;
            seen[kind] = ordinal + 1;
        }

        return true;
    });

    [Test]
    public void A_worker_knows_how_many_of_a_kind_are_among_its_own_operations() =>
        Gen.Select(AnyMix, Gen.Int[1, 12], Gen.Int[0, 11]).Where((_, count, index) => index < count).Sample((mix, count, index) =>
        {
            var share = new WorkerShare(index, count);
            var pattern = new OperationPattern(mix);
            var own = pattern.Of(share);
            var seen = new Dictionary<OperationKind, long>();
            for (var number = 0; number < 300; number++)
            {
                if (pattern.Kinds.Any(kind => own.CountBefore(kind, number) != seen.GetValueOrDefault(kind))) return false;
                var done = pattern.At(share.PlanIndex(number)).Kind;
                seen[done] = seen.GetValueOrDefault(done) + 1;
            }

            return true;
        });

    [Test]
    public void Kinds_are_spread_and_not_bunched()
    {
        var pattern = new OperationPattern(Mix(50, 50));
        Assert.That(Enumerable.Range(0, 6).Select(index => pattern.At(index).Kind), Is.EqualTo(new[]
        {
            OperationKind.Put, OperationKind.Get, OperationKind.Put, OperationKind.Get, OperationKind.Put, OperationKind.Get,
        }));
    }

    private static OperationMix Mix(int put, int get) =>
        new([new OperationWeight(OperationKind.Put, put), new OperationWeight(OperationKind.Get, get)]);
}
