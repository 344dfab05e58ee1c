using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after the last task, failed or not, in a dry run too.</summary>
public interface IFrostingTeardown
{
    /// <summary>Runs after the last task.</summary>
    void Teardown(ICakeContext context, ITeardownContext info);
}
