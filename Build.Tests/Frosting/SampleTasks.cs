using Cake.Core;
using Cake.Frosting;

namespace Build.Tests.Frosting;

// Internal, so that the host does not find them by itself: each test names those that it runs.
internal abstract class NotingTask(Notes notes) : FrostingTask
{
    public override void Run(ICakeContext context) => notes.Lines.Add(GetType().Name);
}

[TaskDescription("The default.")]
internal sealed class Default(Notes notes) : NotingTask(notes);

[TaskDescription("Compiles everything.")]
internal sealed class Compile(Notes notes) : NotingTask(notes);

[TaskDescription("Tests everything.")]
[IsDependentOn(typeof(Compile))]
internal sealed class Check(Notes notes) : NotingTask(notes);

[TaskName("pack-it")]
[IsDependentOn(typeof(Check))]
internal sealed class Pack(Notes notes) : NotingTask(notes);

[IsDependeeOf(typeof(Compile))]
internal sealed class Restore(Notes notes) : NotingTask(notes);

internal sealed class Fails(Notes notes) : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("the disk is full");

    public override void Finally(ICakeContext context) => notes.Lines.Add("finally");
}

internal sealed class FailsWithCode : AsyncFrostingTask
{
    public override Task RunAsync(ICakeContext context) => throw new CakeException(42, "no such account");
}

internal sealed class Recovers(Notes notes) : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("lost");

    public override void OnError(Exception exception, ICakeContext context) => notes.Lines.Add("handled " + exception.Message);
}

[ContinueOnError]
internal sealed class FailsQuietly : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("ignored");
}

[IsDependentOn(typeof(FailsQuietly))]
internal sealed class GoesOn(Notes notes) : NotingTask(notes);

internal sealed class Unneeded(Notes notes) : FrostingTask, IFrostingTask
{
    string IFrostingTask.SkippedMessage => "nothing changed";

    public override bool ShouldRun(ICakeContext context) => false;

    public override void Run(ICakeContext context) => notes.Lines.Add("unneeded");
}

[IsDependentOn(typeof(Unneeded))]
internal sealed class NeedsUnneeded(Notes notes) : NotingTask(notes);

[IsDependentOn(typeof(string))]
internal sealed class DependsOnNoTask(Notes notes) : NotingTask(notes);

internal sealed class Empty : FrostingTask;

internal sealed class ReadsArgument(Notes notes) : FrostingTask
{
    public override void Run(ICakeContext context) => notes.Lines.Add(string.Join(',', context.Arguments.GetArguments("colour")));
}

internal sealed class OwnContext(ICakeContext context) : FrostingContext(context)
{
    public string Greeting { get; } = "hello";
}

internal sealed class Greets(Notes notes) : AsyncFrostingTask<OwnContext>
{
    public override async Task RunAsync(OwnContext context)
    {
        await Task.Yield();
        notes.Lines.Add(context.Greeting);
    }
}

internal sealed class Lifetime(Notes notes) : FrostingLifetime
{
    public override void Setup(ICakeContext context, ISetupContext info) => notes.Lines.Add("setup " + info.TargetTask.Name);

    public override void Teardown(ICakeContext context, ITeardownContext info) =>
        notes.Lines.Add(info.Successful ? "teardown" : "teardown after " + info.ThrownException.Message);
}

[IsDependentOn(typeof(Compile))]
internal sealed class FailsAfterCompile : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("too late");
}
