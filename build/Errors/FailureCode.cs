using Build.Output;
using Build.Processes;
using Cake.Core;
using Cake.Frosting;
using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>Keeps the exit code that a failure asks for: the engine replaces the exception by its report, where the code is lost.</summary>
public sealed class FailureCode(Outcome outcome) : FrostingTeardown<BuildContext>
{
    /// <inheritdoc/>
    public override void Teardown(BuildContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (info.ThrownException is { } failure) outcome.Fail(Of(failure), ProblemsOf(failure));
    }

    /// <summary>The code for a failure: what the innermost exception that knows one says; 1 when none does.</summary>
    public static int Of(Exception failure) => failure switch
    {
        ProblemException problem => (int)problem.ExitCode,
        StepFailedException step => step.ExitCode,
        { InnerException: { } inner } => Of(inner),
        _ => (int)ExitCode.Failed,
    };

    // An exception without a problem is a step that has shown its reason, or a mistake of ours: its message is all that is known.
    private static IReadOnlyList<Problem> ProblemsOf(Exception failure) => failure switch
    {
        ProblemException problem => problem.Problems,
        { InnerException: { } inner } => ProblemsOf(inner),
        StepFailedException step => [new Problem(ErrorCodes.StepFailed, step.Message, null, "see what the step itself says")],
        _ => [new Problem(ErrorCodes.Internal, failure.Message, null, ErrorCodes.Internal.HowToFix)],
    };
}
