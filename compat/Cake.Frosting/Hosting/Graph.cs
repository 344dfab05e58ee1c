using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>Turns the task classes into tasks of the Cake engine.</summary>
internal sealed class Graph(
    ICakeEngine engine,
    IFrostingContext context,
    ICakeLog log,
    IEnumerable<IFrostingTask> tasks,
    IServiceProvider provider)
{
    /// <summary>Registers tasks, setup and teardown; called once a run, before a target is run.</summary>
    public void Register()
    {
        foreach (var task in tasks.Select(task => new TaskClass(task, context.GetType())))
        {
            log.Debug("Registering task: {0}", task.Name);
            if (task.TakesContext) Register(task);
            else log.Warning("Task cannot be used since the context isn't convertible to {0}.", task.ContextType.FullName);
        }

        if (provider.GetService<IFrostingSetup>() is { } setup)
            engine.RegisterSetupAction(info => setup.Setup(context, info));
        if (provider.GetService<IFrostingTeardown>() is { } teardown)
            engine.RegisterTeardownAction(info => teardown.Teardown(context, info));
    }

    private void Register(TaskClass task)
    {
        var builder = engine.RegisterTask(task.Name);
        var work = task.Instance;
        if (!string.IsNullOrWhiteSpace(task.Description)) builder.Description(task.Description);
        if (task.Overrides(TaskMember.Run)) builder.Does(work.RunAsync);
        if (task.Overrides(TaskMember.ShouldRun)) builder.WithCriteria(work.ShouldRun, work.SkippedMessage);
        if (task.ContinuesOnError) builder.ContinueOnError();

        // Attached only where overridden: an inherited, empty handler would swallow the error.
        if (task.Overrides(TaskMember.OnError)) builder.OnError(exception => work.OnError(exception, context));
        if (task.Overrides(TaskMember.Finally)) builder.Finally(() => work.Finally(context));

        foreach (var dependency in task.Dependencies) builder.IsDependentOn(dependency);
        foreach (var dependee in task.Dependees) builder.IsDependeeOf(dependee);
    }
}
