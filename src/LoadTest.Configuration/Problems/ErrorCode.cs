namespace LoadTest.Configuration.Problems;

/// <summary>One kind of problem that a user can meet; its id is stable from version to version.</summary>
/// <param name="Id">LT and four digits; the first two name the area.</param>
/// <param name="Title">A few words, for a heading.</param>
/// <param name="ExitCode">How a process ends that met it; <see cref="ExitCode.Passed"/> for a warning.</param>
/// <param name="Meaning">What it means, in one or two sentences.</param>
/// <param name="HowToFix">What the user does about it.</param>
public sealed record ErrorCode(string Id, string Title, ExitCode ExitCode, string Meaning, string HowToFix)
{
    /// <summary>Whether work goes on after it.</summary>
    public bool IsWarning => ExitCode == ExitCode.Passed;

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
