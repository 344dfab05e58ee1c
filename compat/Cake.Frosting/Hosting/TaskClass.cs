using System.Reflection;
using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>A member of a task that is attached to the run only where a task overrides it.</summary>
internal enum TaskMember
{
    Run,
    ShouldRun,
    OnError,
    Finally,
}

/// <summary>What a task's class says about it: names, dependencies, and which members it overrides.</summary>
internal sealed class TaskClass(IFrostingTask instance, Type givenContext)
{
    private readonly Type _type = instance.GetType();
    private readonly Type _base = Bases(instance.GetType()).FirstOrDefault(IsTaskBase);

    public IFrostingTask Instance => instance;

    public string Name => NameOf(_type);

    public string Description => _type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description;

    public bool ContinuesOnError => _type.GetCustomAttribute<ContinueOnErrorAttribute>() is not null;

    public Type ContextType => _base?.GenericTypeArguments[0] ?? typeof(ICakeContext);

    public bool TakesContext => givenContext.IsAssignableTo(ContextType);

    public IEnumerable<string> Dependencies => _type.GetCustomAttributes<IsDependentOnAttribute>()
        .Select(attribute => Checked(attribute.Task, "dependency"));

    public IEnumerable<string> Dependees => _type.GetCustomAttributes<IsDependeeOfAttribute>()
        .Select(attribute => Checked(attribute.Task, "reverse dependency"));

    /// <summary>Whether the class, or one between it and the task base, overrides the member. A task without a task base implements all of them.</summary>
    public bool Overrides(TaskMember member)
    {
        if (_base is null) return true;
        var (name, parameters) = member switch
        {
            TaskMember.Run when _base.GetGenericTypeDefinition() == typeof(FrostingTask<>) => ("Run", new[] { ContextType }),
            TaskMember.Run => ("RunAsync", [ContextType]),
            TaskMember.OnError => ("OnError", [typeof(Exception), ContextType]),
            _ => (member.ToString(), [ContextType]),
        };
        return _type.GetMethod(name, parameters)?.DeclaringType != _base;
    }

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    private static string Checked(Type task, string relation) => task.IsAssignableTo(typeof(IFrostingTask))
        ? NameOf(task)
        : throw new FrostingException($"The {relation} '{NameOf(task)}' is not a valid task.");

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType) yield return at;
    }

    private static bool IsTaskBase(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(FrostingTask<>) || type.GetGenericTypeDefinition() == typeof(AsyncFrostingTask<>));
}
