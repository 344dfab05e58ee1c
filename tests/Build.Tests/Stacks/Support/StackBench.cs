using Amazon.Runtime.Internal;
using Build.Options;
using Build.Output;
using Build.Stacks;
using Build.Templates.Reading;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace Build.Tests.Stacks.Support;

/// <summary>
/// The real services on the real clients, against <see cref="FakeCloudFormation"/> or another server; pauses take milliseconds. The endpoint
/// and the keys come from variables of this process, which are put back at the end.
/// </summary>
internal sealed class StackBench : IDisposable
{
    public const string Prefix = "lt";
    private readonly Dictionary<string, string?> _before = [];
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly ServiceProvider _services;

    /// <param name="url">Where AWS is.</param>
    /// <param name="answers">What a person types; null where nobody is there.</param>
    /// <param name="arguments">More of the command line.</param>
    public StackBench(string url, TextReader? answers, params string[] arguments)
    {
        foreach (var (name, value) in Variables(url))
        {
            _before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }

        // The SDK reads the number of attempts once in a process, and another test may have been first.
        FallbackInternalConfigurationFactory.Reset();
        var read = CommandLine.Read(["--environment=dev", .. arguments.Any(argument => argument.StartsWith("--stack-name", StringComparison.Ordinal)) ? [] : new[] { $"--stack-name={Prefix}" }, .. arguments]);
        Assert.That(read.Problems, Is.Empty);
        var services = new ServiceCollection();
        new Services().Configure(services);
        services.AddSingleton(read.Options).AddSingleton(new BuildPaths(RepositoryRoot.Path)).AddSingleton<Outcome>()
            .AddSingleton(new Screen(TextWriter.Synchronized(_output), TextWriter.Synchronized(_error), answers))
            .AddSingleton(new Pace(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(30)));
        _services = services.BuildServiceProvider();
    }

    /// <summary>What was shown.</summary>
    public string Output => _output.ToString();

    /// <summary>What was shown as an error.</summary>
    public string Error => _error.ToString();

    /// <summary>The stacks' names in the order of stacks.json.</summary>
    public static IReadOnlyList<string> Names { get; } = ["lt-registry", "lt-dev-network", "lt-dev-table", "lt-dev-loadtest", "lt-dev-monitoring"];

    /// <summary>An image by digest.</summary>
    public static string Image { get; } = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/dynamodb-load-test@sha256:" + new string('a', 64);

    private static TemplateSet Templates { get; } = TemplateSet.Read(RepositoryRoot.Combine("cloudformation"));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A value for each output of the template behind a stack's name.</summary>
    public static IReadOnlyDictionary<string, string> Outputs(string name) => Templates[name.Split('-')[^1]].Outputs.Properties()
        .ToDictionary(output => output.Name, output => output.Name == "ResultsBucketName" ? $"results-of-{name}" : $"{output.Name}-of-{name}");

    public void Dispose()
    {
        _services.Dispose();
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        FallbackInternalConfigurationFactory.Reset();
    }

    private static IEnumerable<(string Name, string? Value)> Variables(string url) =>
    [
        ("AWS_ENDPOINT_URL", url), ("AWS_ACCESS_KEY_ID", "AKIDTEST"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_SESSION_TOKEN", null),
        ("AWS_PROFILE", null), ("AWS_REGION", FakeCloudFormation.Region), ("ENVIRONMENT", null), ("AWS_MAX_ATTEMPTS", "1"),
    ];
}
