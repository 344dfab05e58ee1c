using Build.Templates.Reading;
using Build.Templates.Rules;
using CsCheck;
using Newtonsoft.Json.Linq;

namespace CloudFormation.Tests.Rules;

public sealed class FindingTests
{
    private static readonly Gen<(Template Template, int Node, int Change)> Damage = Gen.Select(
        Gen.Int[0, CommittedTemplates.All.Templates.Count - 1].Select(index => CommittedTemplates.All.Templates[index]),
        Gen.Int[0, 100_000], Gen.Int[0, 3]);

    // Each breach stands where its "From" stood, so the line that is named must lie at the breach or at the item that holds it.
    [TestCase("No subnet gives out public addresses", "  PublicSubnet1:\n")]
    [TestCase("No statement allows a bare * action", "Action: ecr:*")]
    [TestCase("Every parameter says what it takes", "  ImagesToKeep:\n")]
    [TestCase("Every output has a description", "  RepositoryArn:\n")]
    public void A_finding_names_the_line_of_what_it_is_about(string rule, string stands)
    {
        var breach = Breaches.All.First(candidate => candidate.Rule == rule);
        var broken = breach.Apply(CommittedTemplates.All);
        var text = File.ReadAllText(Path.Combine(CommittedTemplates.Folder, breach.Template + ".yaml"))
            .Replace(breach.From, breach.To, StringComparison.Ordinal);
        var line = text[..text.LastIndexOf(stands, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var found = TemplateRules.All.Single(candidate => candidate.Name == rule).Check(broken).First();

        Assert.That(found.File, Is.EqualTo(breach.Template + ".yaml"));
        Assert.That(found.Line, Is.InRange(line - 2, line));
    }

    [Test]
    public void A_finding_about_the_stacks_names_their_file_and_line()
    {
        var breach = Breaches.All.First(candidate => candidate.From == "automation.image");
        var lines = File.ReadAllLines(Path.Combine(CommittedTemplates.Folder, "stacks.json"));
        var found = TemplateRules.All.Single(rule => rule.Name == breach.Rule).Check(breach.Apply(CommittedTemplates.All)).Single();
        Assert.That(found.ToString(), Does.StartWith(
            $"stacks.json:{Array.FindIndex(lines, line => line.Contains(breach.From, StringComparison.Ordinal)) + 1}: loadtest.ContainerImage: "));
    }

    [Test]
    public void No_damage_to_a_template_stops_the_rules() => Damage.Sample(
        damage =>
        {
            var root = (JObject)damage.Template.Root.DeepClone();
            var nodes = root.Descendants().Where(node => node.Parent is JProperty or JArray).ToArray();
            var node = nodes[damage.Node % nodes.Length];
            if (damage.Change == 0) (node.Parent is JProperty property ? property : node).Remove();
            else node.Replace(damage.Change == 1 ? new JValue("x") : damage.Change == 2 ? new JArray() : new JObject { ["Fn::If"] = "x" });

            var text = root.ToString();
            var set = CommittedTemplates.All;
            try
            {
                set = set.With(Template.Parse(damage.Template.Name, text));
            }
            catch (TemplateFormatException refused)
            {
                return refused.Finding.File == damage.Template.Name + ".yaml";
            }

            return TemplateRules.All.SelectMany(rule => rule.Check(set)).All(finding => finding.Line > 0);
        },
        iter: 300);
}
