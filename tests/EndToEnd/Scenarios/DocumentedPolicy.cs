using StandIns.Authorization.Policies;
using TestSupport;

namespace EndToEnd.Scenarios;

/// <summary>What docs/policies gives to people.</summary>
internal static class DocumentedPolicy
{
    /// <summary>Several of them together.</summary>
    public static Policy Of(params IEnumerable<string> names) =>
        new([.. names.SelectMany(name => Policy.Read(File.ReadAllText(RepositoryRoot.Combine("docs", "policies", name + ".json"))).Statements)]);
}
