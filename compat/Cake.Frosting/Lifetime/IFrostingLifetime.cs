namespace Cake.Frosting;

/// <summary>Setup and teardown in one type.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;
