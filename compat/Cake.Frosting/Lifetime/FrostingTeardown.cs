using Cake.Core;

namespace Cake.Frosting;

/// <summary>What runs after the last task, on the plain Cake context.</summary>
public abstract class FrostingTeardown : FrostingTeardown<ICakeContext>;

/// <summary>What runs after the last task, on a context of the build's own.</summary>
/// <typeparam name="TContext">The context.</typeparam>
public abstract class FrostingTeardown<TContext> : IFrostingTeardown
    where TContext : ICakeContext
{
    /// <summary>Runs after the last task, failed or not.</summary>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Teardown((TContext)context, info);
    }
}
