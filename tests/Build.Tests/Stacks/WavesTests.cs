using Build.Stacks.Deployment;
using Build.Templates.Reading;
using TestSupport;

namespace Build.Tests.Stacks;

/// <summary>What is deployed side by side.</summary>
internal sealed class WavesTests
{
    [Test]
    public void The_stacks_of_the_repository_are_deployed_in_three_waves()
    {
        var waves = Waves.Of(TemplateSet.Read(RepositoryRoot.Combine("cloudformation")).Stacks);

        Assert.That(
            waves.Select(wave => string.Join(' ', wave.Select(stack => stack.Name))), Is.EqualTo(["registry network table", "loadtest", "monitoring"]));
    }

    [Test]
    public void A_stack_that_is_left_out_is_waited_for_by_none() =>
        Assert.That(Waves.Of([Stack("loadtest", "network", "table"), Stack("monitoring", "loadtest")]), Has.Count.EqualTo(2));

    [Test]
    public void Stacks_that_need_each_other_are_an_error() =>
        Assert.That(() => Waves.Of([Stack("a", "b"), Stack("b", "a")]), Throws.InvalidOperationException);

    private static Stack Stack(string name, params string[] after) => new(name, name + ".yaml", true, after, null, [], new Dictionary<string, string>());
}
