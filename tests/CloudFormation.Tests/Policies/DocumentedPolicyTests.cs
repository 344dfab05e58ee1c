using Build.Options;
using Build.Output;
using Build.Processes;
using Newtonsoft.Json.Linq;
using TestSupport;

namespace CloudFormation.Tests.Policies;

/// <summary>The policies that users give to IAM allow what the automation calls and what CloudFormation calls for it.</summary>
public sealed class DocumentedPolicyTests
{
    // What IAM takes in one managed policy, white space aside.
    private const int LongestPolicy = 6144;

    private static readonly string[] DeployNames = ["push", "deploy", "deploy-network"];

    private static IReadOnlyList<string> All(IEnumerable<string> names, Func<DocumentedPolicy, IReadOnlyList<string>> actions) =>
        [.. names.SelectMany(name => actions(new DocumentedPolicy(name))).Distinct()];

    [TestCaseSource(typeof(DocumentedPolicy), nameof(DocumentedPolicy.Names))]
    public void A_policy_fits_into_one_managed_policy(string name)
    {
        var length = File.ReadAllText(DocumentedPolicy.PathOf(name)).Count(letter => !char.IsWhiteSpace(letter));

        Assert.That(length, Is.LessThanOrEqualTo(LongestPolicy));
    }

    [Test]
    public void Every_file_of_the_folder_is_a_policy_that_is_tested() =>
        Assert.That(
            Directory.GetFiles(RepositoryRoot.Combine("docs", "policies")).Select(Path.GetFileNameWithoutExtension),
            Is.EquivalentTo(DocumentedPolicy.Names));

    [Test]
    public void Every_type_of_resource_in_the_templates_has_its_actions_allowed_through_CloudFormation()
    {
        var needed = JObject.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "CloudFormation.Tests", "Policies", "resource-actions.json")));
        var types = CommittedTemplates.All.Templates.SelectMany(template => template.AllResources()).Select(resource => resource.Type).Distinct().ToList();

        Assert.That(needed.Properties().Select(property => property.Name), Is.EquivalentTo(types));
        Assert.That(needed.Properties().SelectMany(property => property.Value.Values<string>()).Distinct(), Is.SubsetOf(All(DeployNames, policy => policy.Actions)));
    }

    [Test]
    public void What_deploys_calls_nothing_that_the_policies_leave_out() => ExpectAllowed(["Stacks", "Images", "Network"], DeployNames);

    [Test]
    public void What_runs_calls_nothing_that_the_policy_leaves_out() => ExpectAllowed(["Ecs"], ["run"]);

    [Test]
    [Category("Slow")]
    public async Task Every_action_is_one_that_IAM_knows()
    {
        if (OutsidePart.FindProgram("cfn-lint") is null) OutsidePart.Missing("cfn-lint is missing, whose list of actions is used: pip install cfn-lint");
        var (_, folder) = await new ChildProcesses(new BuildOptions([]), new Screen(TextWriter.Null, TextWriter.Null)).ReadAsync(
            new Command("python3", ["-c", "import cfnlint, os; print(os.path.dirname(cfnlint.__file__))"], RepositoryRoot.Path), "python3");
        var known = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Trim(), "data", "AdditionalSpecs", "Policies.json")));

        var unknown = All(DocumentedPolicy.Names, policy => policy.Actions).Where(action => action.Split(':') is not [var service, var name]
            || known[service]?["Actions"]?[name.ToLowerInvariant()] is null);

        Assert.That(unknown, Is.Empty);
    }

    private static void ExpectAllowed(string[] folders, string[] names)
    {
        var allowed = All(names, policy => policy.OwnActions);
        var everywhere = All(DocumentedPolicy.Names, policy => policy.OwnActions);

        var calls = OwnCalls.In(folders, everywhere);

        Assert.That(calls, Is.Not.Empty);
        Assert.That(calls.Where(call => !allowed.Contains(call.Action)), Is.Empty);
    }
}
