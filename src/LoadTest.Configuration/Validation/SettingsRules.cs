using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Validation;

/// <summary>Every rule that no single option can hold by itself.</summary>
internal static class SettingsRules
{
    public static IEnumerable<Problem> Check(Settings settings, OptionScope scope)
    {
        IEnumerable<Problem> problems =
        [
            .. LoadModelRule.Check(settings), .. TableNameRule.Check(settings), .. RequiredRule.Check(settings), .. OperationRule.Check(settings),
            .. ThresholdRule.Check(settings), .. FindMaxRule.Check(settings),
        ];
        return scope.HasFlag(OptionScope.Automation)
            ? [.. problems, .. TaskSizeRule.Check(settings), .. NetworkRule.Check(settings)]
            : problems;
    }
}
