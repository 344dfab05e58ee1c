using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>Runs docker with settings.</summary>
public class GenericDockerRunner<TSettings>(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : Tool<TSettings>(fileSystem, environment, processRunner, tools)
    where TSettings : AutoToolSettings, new()
{
    /// <summary>Runs a command with the settings as options and more arguments behind them.</summary>
    public void Run(string command, TSettings settings, string[] additional) => Run(settings, Arguments(command, settings, additional));

    /// <summary>Runs a command for what it prints.</summary>
    public T[] RunWithResult<T>(string command, TSettings settings, Func<IEnumerable<string>, T[]> processOutput, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(processOutput);
        T[] result = [];
        Run(
            settings, Arguments(command, settings, arguments), new ProcessSettings { RedirectStandardOutput = true },
            process => result = processOutput(process.GetStandardOutput()));
        return result;
    }

    /// <inheritdoc/>
    protected override string GetToolName() => "Docker";

    /// <inheritdoc/>
    protected override IEnumerable<string> GetToolExecutableNames() => ["docker", "docker.exe"];

    private static ProcessArgumentBuilder Arguments(string command, TSettings settings, string[] additional)
    {
        var builder = new ProcessArgumentBuilder();
        builder.Append(command);
        foreach (var property in typeof(TSettings).GetProperties().Where(property => property.DeclaringType == typeof(TSettings)))
        {
            var option = "--" + string.Concat(property.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
            if (property.GetValue(settings) is true) builder.Append(option);
            foreach (var value in Values(property.GetValue(settings))) builder.Append(option).AppendQuoted(value);
        }

        foreach (var argument in additional) builder.Append(argument);
        return builder;
    }

    private static string[] Values(object? value) => value switch
    {
        string text when text.Length > 0 => [text],
        string[] texts => texts,
        _ => [],
    };
}
