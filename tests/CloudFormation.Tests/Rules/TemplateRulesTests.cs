using Build.Templates.Rules;

namespace CloudFormation.Tests.Rules;

/// <summary>The committed templates keep every rule.</summary>
public sealed class TemplateRulesTests
{
    [TestCaseSource(typeof(TemplateRules), nameof(TemplateRules.All))]
    public void The_committed_templates_keep_the_rule(TemplateRule rule) =>
        Assert.That(rule.Check(CommittedTemplates.All), Is.Empty);

    [Test]
    public void Every_rule_has_a_breach_that_it_finds() =>
        Assert.That(TemplateRules.All.Select(rule => rule.Name), Is.SubsetOf(Breaches.All.Select(breach => breach.Rule).ToHashSet()));

    [TestCaseSource(typeof(Breaches), nameof(Breaches.All))]
    public void A_breach_is_found_by_its_rule(Breach breach)
    {
        var rule = TemplateRules.All.Single(candidate => candidate.Name == breach.Rule);

        var findings = rule.Check(breach.Apply(CommittedTemplates.All)).ToArray();

        Assert.That(findings, Is.Not.Empty);
        Assert.That(findings.Select(finding => finding.ToString()), Has.Some.Contains(breach.Says));
    }
}
