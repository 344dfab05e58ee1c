using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Sources;

/// <summary>What reading the sources brought to light; each unknown, dead or misplaced key once. For one thread.</summary>
internal sealed class Findings
{
    private readonly HashSet<string> _warnedKeys = new(StringComparer.OrdinalIgnoreCase);

    public List<Problem> Problems { get; } = [];

    public List<Problem> Warnings { get; } = [];

    /// <summary>Options that were given with a wrong value or under a wrong name: they are wrong, and not missing.</summary>
    public HashSet<Option> Refused { get; } = [];

    public void Refuse(Option option, Problem problem)
    {
        Refused.Add(option);
        Problems.Add(problem);
    }

    public void Dead(string key, string origin)
    {
        if (_warnedKeys.Add(string.Concat(key.Where(c => c is not ('-' or '_')))))
            Warnings.Add(new Problem(ErrorCodes.DeadKey, $"{key} has no effect any more", origin, "remove it when convenient"));
    }

    public void Unknown(string key, string origin, OptionTable table, Func<Option, string> spelling)
    {
        if (!_warnedKeys.Add(key)) return;
        var nearest = table.Nearest(key);
        var fix = nearest is null ? "remove it, or see docs/parameters.md for what there is" : $"did you mean {spelling(nearest)}?";
        Warnings.Add(new Problem(ErrorCodes.UnknownKey, $"{key} is no setting, and is ignored", origin, fix));
    }

    public void SecretInFile(string key, string origin)
    {
        if (_warnedKeys.Add(key))
        {
            Warnings.Add(new Problem(
                ErrorCodes.SecretInFile, $"{key} is a secret, and is ignored here", origin,
                "remove it from there, and keep it in a profile or the environment"));
        }
    }
}
