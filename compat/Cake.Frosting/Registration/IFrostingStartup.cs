using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Registers a build's services in one place.</summary>
public interface IFrostingStartup
{
    /// <summary>Registers the services; called once, before tasks are created.</summary>
    void Configure(IServiceCollection services);
}
