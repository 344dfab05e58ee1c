using System.Net;
using EndToEnd.Aws;
using EndToEnd.Docker;
using EndToEnd.Tasks;
using Microsoft.AspNetCore.Http;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Policies;
using StandIns.Hosting;
using TestSupport;

namespace EndToEnd.Sandbox;

/// <summary>
/// An AWS account, and a machine whose user has it: everything of AWS by its real name over verified TLS, Docker, and profiles. Nothing of it is
/// left after it is disposed.
/// </summary>
internal sealed class Account : IAsyncDisposable
{
    private readonly ThrowAwayAuthority _authority = new(TimeProvider.System);
    private readonly TaskEndpoint _tasks = new();
    private readonly List<IAsyncDisposable> _listeners = [];
    private readonly List<Profile> _profiles = [];
    private Machine? _machine;
    private AwsServices? _services;
    private DockerEngine? _docker;

    private Account(string folder) => Files = new Files(folder);

    /// <summary>What AWS is made of.</summary>
    public AwsServices Services => _services!;

    /// <summary>The user's Docker, which runs the tasks too.</summary>
    public DockerEngine Docker => _docker!;

    /// <summary>The roles of the tasks.</summary>
    public TaskRoles Roles { get; private set; } = null!;

    /// <summary>What runs the tasks.</summary>
    public ContainerStarter Starter { get; private set; } = null!;

    /// <summary>What is written inside.</summary>
    public Files Files { get; }

    /// <summary>The commands of the user.</summary>
    public Terminal Terminal => new(_machine!);

    /// <summary>Starts everything.</summary>
    /// <param name="cluster">The name of the cluster in which tasks will run.</param>
    public static async Task<Account> StartAsync(string cluster)
    {
        var folder = Machine.NewFolder();
        var account = new Account(folder);
        try
        {
            var bundle = account.Files.WriteEtc(account._authority);
            var machine = Machine.StartAsync(folder);
            account._services = await AwsServices.StartAsync(Path.Combine(folder, "registry.sock"));
            account._machine = await machine;
            await account.ListenAsync();
            await account.StartDockerAsync(bundle, cluster);
            return account;
        }
        catch
        {
            await account.DisposeAsync();
            throw;
        }
    }

    /// <summary>A process of a container, as the sandbox's own /proc tells it.</summary>
    public string StatusOf(int process) => File.ReadAllText($"/proc/{_machine!.FirstProcess}/root/proc/{process}/status");

    /// <summary>The names of the processes that are left to the sandbox's first one, those that nobody has asked after aside.</summary>
    public IReadOnlyList<string> LeftProcesses() =>
    [
        .. from process in Machine.ChildrenOf(_machine!.FirstProcess)
           let status = $"/proc/{process}/status"
           where File.Exists(status)
           let lines = File.ReadAllLines(status)
           where !Array.Exists(lines, line => line.StartsWith("State:\tZ", StringComparison.Ordinal))
           select lines[0]["Name:\t".Length..],
    ];

    /// <summary>Gives the user a profile that lasts.</summary>
    public void GiveProfile(string name, Policy policy) => GiveProfile(name, Services.Keys.Issue(User(name, policy)));

    /// <summary>Gives the user a profile whose session has ended.</summary>
    public void GiveExpiredProfile(string name) =>
        GiveProfile(name, Services.Keys.IssueSession(User(name, Policy.Everything), TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1)));

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        foreach (var listener in _listeners) await listener.DisposeAsync();
        _docker?.Dispose();
        if (_machine is not null) await _machine.DisposeAsync();
        _tasks.Dispose();
        _authority.Dispose();
    }

    private static Principal User(string name, Policy policy) => new($"arn:aws:iam::{Names.Account}:user/{name}", "AIDA" + name.ToUpperInvariant(), policy);

    private void GiveProfile(string name, AccessKey key)
    {
        _profiles.Add(new Profile(name, key));
        Files.WriteProfiles(_profiles);
    }

    private async Task ListenAsync()
    {
        var network = _machine!.Network;
        _listeners.Add(new NameServer(network));
        var certificate = _authority.Issue(Names.All);
        _listeners.Add(await WebHost.StartAsync(network.Listen(new IPEndPoint(IPAddress.IPv6Loopback, 443)), certificate, AnswerAsync));
        _listeners.Add(await WebHost.StartAsync(network.Listen(new IPEndPoint(IPAddress.Parse(TaskEndpoint.Address), 80)), certificate: null, _tasks.AnswerAsync));
    }

    private Task AnswerAsync(HttpContext http) =>
        http.Request.Host.Host == Names.Registry ? Services.Registry.AnswerAsync(http) : Services.Front.AnswerAsync(http);

    private async Task StartDockerAsync(string bundle, string cluster)
    {
        _docker = new DockerEngine(_machine!.DockerSocket);
        await _docker.IsUpAsync();
        Roles = new TaskRoles(new IamRoles(Services.Moto), Services.Keys);
        Starter = new ContainerStarter(_docker, Roles, _tasks, Services.Logins, Services.Authorizer);
        Services.Ecs.Start(cluster, Starter);
        await using var archive = await BaseImage.CreateAsync(bundle);
        var name = BaseImage.NameIn(await File.ReadAllTextAsync(RepositoryRoot.Combine("Dockerfile")));
        await _docker.ImportAsync(archive, name[..name.LastIndexOf(':')], name[(name.LastIndexOf(':') + 1)..], ["ENV APP_UID=1654 DOTNET_RUNNING_IN_CONTAINER=true"]);
    }
}
