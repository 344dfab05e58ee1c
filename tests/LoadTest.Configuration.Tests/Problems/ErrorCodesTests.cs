using System.Reflection;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Tests.Problems;

public sealed class ErrorCodesTests
{
    [Test]
    public void No_declared_code_is_missing_from_the_catalogue()
    {
        var declared = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (ErrorCode)field.GetValue(null)!);
        Assert.That(ErrorCodes.All, Is.EquivalentTo(declared));
    }

    [Test]
    public void Ids_are_unique_and_in_order() =>
        Assert.That(ErrorCodes.All.Select(code => code.Id), Is.Unique.And.Ordered.And.All.Match(@"\ALT0[1-9]\d\d\z"));

    [Test]
    public void Every_code_explains_itself() => Assert.Multiple(() =>
    {
        foreach (var code in ErrorCodes.All)
        {
            Assert.That(code.Title, Is.Not.Empty, code.Id);
            Assert.That(code.Meaning, Does.EndWith("."), code.Id);
            Assert.That(code.HowToFix, Does.EndWith("."), code.Id);
        }
    });

    [Test]
    public void A_problem_is_shown_with_code_cause_origin_and_fix()
    {
        var problem = new Problem(ErrorCodes.NotReadable, "TotalItems is not a whole number (was 'abc')", "parameters.json line 7", "give a number");
        Assert.That(problem.ToString(), Is.EqualTo(
            "LT0103 TotalItems is not a whole number (was 'abc')\n  from: parameters.json line 7\n  fix: give a number"));
        Assert.That((problem with { Origin = null }).ToString(), Is.EqualTo("LT0103 TotalItems is not a whole number (was 'abc')\n  fix: give a number"));
    }

    [Test]
    public void An_exception_of_many_problems_lists_all_and_has_the_worst_code()
    {
        var guard = new Problem(ErrorCodes.CostLimit, "too dear", null, "pay less");
        var usage = new Problem(ErrorCodes.UnknownOption, "--x is no option", null, "leave it out");
        var exception = new ProblemException(guard, usage);
        Assert.Multiple(() =>
        {
            Assert.That(exception.Message, Is.EqualTo($"{guard}\n{usage}"));
            Assert.That(exception.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(new ProblemException(guard).ExitCode, Is.EqualTo(ExitCode.GuardRefused));
        });
    }

    [Test]
    public void The_worst_exit_code_of_many_wins() => Assert.Multiple(() =>
    {
        Assert.That(ExitCodes.Worst([]), Is.EqualTo(ExitCode.Passed));
        Assert.That(ExitCodes.Worst([ExitCode.ThresholdFailed, ExitCode.Passed]), Is.EqualTo(ExitCode.ThresholdFailed));
        Assert.That(ExitCodes.Worst([ExitCode.Failed, ExitCode.ThresholdFailed]), Is.EqualTo(ExitCode.Failed));
        Assert.That(ExitCodes.Worst([ExitCode.Failed, ExitCode.Interrupted]), Is.EqualTo(ExitCode.Interrupted));
        Assert.That(ExitCodes.Worst([ExitCode.Credentials, ExitCode.Interrupted]), Is.EqualTo(ExitCode.Credentials));
        Assert.That(ExitCodes.Worst([ExitCode.Failed, (ExitCode)139]), Is.EqualTo((ExitCode)139));
    });
}
