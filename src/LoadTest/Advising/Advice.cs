namespace LoadTest.Advising;

/// <summary>What the data of a run advise. Each piece names its evidence, and none speaks without any.</summary>
public static class Advice
{
    private static readonly Func<AdviceFacts, string?>[] Rules =
        [ClientSaturated.Of, HotPartition.Of, ProvisionMore.Of, BurstCapacity.Of, WarmThroughput.Of, FailedConditions.Of];

    /// <summary>The advice, the most important first.</summary>
    public static IReadOnlyList<string> Of(AdviceFacts facts) => [.. Rules.Select(rule => rule(facts)).OfType<string>()];
}
