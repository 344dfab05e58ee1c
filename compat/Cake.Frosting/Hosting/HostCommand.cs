using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>One run of the host: arguments in, exit code out.</summary>
internal sealed class HostCommand(IServiceCollection services) : Command<HostSettings>
{
    public override int Execute(CommandContext context, HostSettings settings, CancellationToken cancellationToken)
    {
        services.AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(settings.NoReport, settings.Targets));
        services.AddSingleton(context.Remaining);
        using var provider = services.BuildServiceProvider();
        try
        {
            Run(provider, settings);
            return 0;
        }
        catch (Exception exception)
        {
            return provider.GetRequiredService<ICakeLog>().LogException(exception);
        }
    }

    private static void Run(IServiceProvider provider, HostSettings settings)
    {
        var console = provider.GetRequiredService<IConsole>();
        if (settings.Version)
        {
            provider.GetRequiredService<VersionFeature>().Run(console);
            return;
        }

        if (settings.Info)
        {
            provider.GetRequiredService<InfoFeature>().Run(console);
            return;
        }

        // Twice: the configuration can name a verbosity, and reading it needs the working directory, whose errors are logged too.
        var log = provider.GetRequiredService<ICakeLog>();
        log.Verbosity = settings.Verbosity ?? Verbosity.Normal;
        EnterWorkingDirectory(provider, settings);
        log.Verbosity = provider.GetRequiredService<ICakeConfiguration>().GetVerbosity(settings.Verbosity);

        provider.GetRequiredService<Graph>().Register();
        var host = ChooseHost(provider, settings);
        if (settings.Exclusive) host.Settings.UseExclusiveTarget();
        host.RunTargetsAsync(settings.Targets).GetAwaiter().GetResult();
    }

    private static void EnterWorkingDirectory(IServiceProvider provider, HostSettings settings)
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        var asked = settings.WorkingDirectory ?? provider.GetService<WorkingDirectory>()?.Path;
        var directory = asked?.MakeAbsolute(environment) ?? environment.WorkingDirectory;
        if (!provider.GetRequiredService<IFileSystem>().Exist(directory))
            throw new FrostingException($"The working directory '{directory.FullPath}' does not exist.");
        environment.WorkingDirectory = directory;
    }

    private static ScriptHost ChooseHost(IServiceProvider provider, HostSettings settings) => settings switch
    {
        { DryRun: true } => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        { Tree: true } => provider.GetRequiredService<TreeScriptHost>(),
        { Description: true } => provider.GetRequiredService<DescriptionScriptHost>(),
        _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };
}
