using Cake.Core;

namespace Cake.Frosting;

/// <summary>Setup and teardown of a run on the plain Cake context.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;

/// <summary>Setup and teardown of a run on a context of the build's own.</summary>
/// <typeparam name="TContext">The context.</typeparam>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <summary>Runs before the first task; when it throws, no task runs, but the teardown does.</summary>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <summary>Runs after the last task, failed or not.</summary>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Setup((TContext)context, info);
    }

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Teardown((TContext)context, info);
    }
}
