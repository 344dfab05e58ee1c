using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;
using ModuleRegistration = Cake.Cli.ServiceCollectionExtensions;

namespace Cake.Frosting;

/// <summary>The host's registrations, on the service collection itself. Of several registrations the last one counts.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Makes <typeparamref name="TContext"/> the context that tasks are given.</summary>
    public static IServiceCollection UseContext<TContext>(this IServiceCollection services)
        where TContext : class, IFrostingContext => services.AddSingleton<IFrostingContext, TContext>();

    /// <summary>Registers one object as setup and teardown.</summary>
    public static IServiceCollection UseLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingLifetime => services
        .AddSingleton<IFrostingLifetime, TLifetime>()
        .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<IFrostingLifetime>())
        .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<IFrostingLifetime>());

    /// <summary>Registers what runs before the first task.</summary>
    public static IServiceCollection UseSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingSetup => services.AddSingleton<IFrostingSetup, TSetup>();

    /// <summary>Registers what runs after the last task.</summary>
    public static IServiceCollection UseTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTeardown => services.AddSingleton<IFrostingTeardown, TTeardown>();

    /// <summary>Registers a Cake module.</summary>
    public static IServiceCollection UseModule<TModule>(this IServiceCollection services)
        where TModule : ICakeModule, new() => ModuleRegistration.UseModule<TModule>(services);

    /// <summary>Sets the folder that the run works in, unless <c>--working</c> is given.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">Absolute, or relative to the folder that the host was started in.</param>
    public static IServiceCollection UseWorkingDirectory(this IServiceCollection services, DirectoryPath path) =>
        services.AddSingleton(new WorkingDirectory(path));

    /// <summary>Sets a Cake setting, which the command line and the environment overrule.</summary>
    public static IServiceCollection UseCakeSetting(this IServiceCollection services, string key, string value) =>
        services.AddSingleton(new CakeSetting(key, value));
}
