using System.Reflection;
using Cake.Cli;
using Cake.Common.Modules;
using Cake.Core.Configuration;
using Cake.Core.Modules;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>Finds the tasks, reads Cake's own arguments and runs the targets.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = CreateServices();
    private readonly List<Assembly> _assemblies = [.. new[] { Assembly.GetEntryAssembly() }.OfType<Assembly>()];

    /// <summary>A new host, which looks for tasks in the entry assembly.</summary>
    public static CakeHost Create() => new();

    /// <summary>Looks for tasks in this assembly too: public classes that are not abstract, and only those.</summary>
    public CakeHost AddAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Registers services, which tasks and contexts take by constructor.</summary>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(_services);
        return this;
    }

    /// <summary>Runs the targets that the arguments name, <c>Default</c> without any. Arguments that are not Cake's own become arguments of the context.</summary>
    /// <returns>0, or 1 when a task failed: the engine reports the failure, and an exit code in its exception is lost there. Errors are written to the standard error stream.</returns>
    public int Run(IEnumerable<string> args)
    {
        foreach (var task in _assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsTask))
            _services.AddSingleton(typeof(IFrostingTask), task);

        var registrar = new TypeRegistrar();
        registrar.RegisterInstance(typeof(IServiceCollection), _services);
        var app = new CommandApp<HostCommand>(registrar);
        app.Configure(configuration => configuration.Settings.ConvertFlagsToRemainingArguments = true);
        return app.Run(args);
    }

    private static bool IsTask(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask));

    private static ServiceCollection CreateServices()
    {
        var services = new ServiceCollection();
        services.AddCakeDiagnostics();
        ServiceCollectionExtensions.UseModule<CoreModule>(services);
        ServiceCollectionExtensions.UseModule<CommonModule>(services);
        services.AddSingleton<ICakeConfiguration, HostConfiguration>();
        services.AddSingleton<BuildScriptHost<IFrostingContext>>();
        services.AddSingleton<DryRunScriptHost<IFrostingContext>>();
        services.AddSingleton<TreeScriptHost>();
        services.AddSingleton<DescriptionScriptHost>();
        services.AddSingleton<IVersionResolver, VersionResolver>();
        services.AddSingleton<VersionFeature>();
        services.AddSingleton<InfoFeature>();
        services.AddSingleton<Graph>();
        services.AddSingleton<FrostingContext>();
        services.AddSingleton<IFrostingContext>(provider => provider.GetRequiredService<FrostingContext>());
        return services;
    }
}
