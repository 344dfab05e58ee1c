using Cake.Core;

namespace Cake.Frosting;

/// <summary>A unit of work that the host finds and runs.</summary>
public interface IFrostingTask
{
    /// <summary>
    /// Shown in the report when <see cref="ShouldRun"/> says no. A default interface member: a task that overrides it lists
    /// this interface again.
    /// </summary>
    string SkippedMessage => string.Empty;

    /// <summary>Does the work.</summary>
    Task RunAsync(ICakeContext context);

    /// <summary>Whether the work is to be done; asked in a dry run too, so it must not act.</summary>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles the task's error; the run goes on unless this throws.</summary>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, whether it failed or not.</summary>
    void Finally(ICakeContext context);
}
