using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before the first task, in a dry run too.</summary>
public interface IFrostingSetup
{
    /// <summary>Runs before the first task; when it throws, no task runs, but the teardown does.</summary>
    void Setup(ICakeContext context, ISetupContext info);
}
