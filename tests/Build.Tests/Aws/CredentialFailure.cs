using StandIns.Wire;

namespace Build.Tests.Aws;

/// <summary>One thing that can be wrong with credentials, region or network.</summary>
/// <param name="Name">Names the committed file with what the user sees.</param>
/// <param name="ExitCode">How the automation ends.</param>
internal sealed record CredentialFailure(string Name, int ExitCode = 4)
{
    /// <summary>Whether AWS itself is meant, and not its stand-in; a proxy that nobody runs keeps the call on this machine.</summary>
    public bool IsOfAws { get; init; }

    /// <summary>The file of profiles.</summary>
    public string Config { get; init; } = "";

    /// <summary>Where a login by SSO was made some time ago, and its token is still in the cache; null for none.</summary>
    public string? SsoStartUrl { get; init; }

    /// <summary>Variables of the process; <c>{endpoint}</c> stands for the address of the stand-in of AWS.</summary>
    public (string Name, string Value)[] Variables { get; init; } = [];

    /// <summary>What is typed after the target.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>What the stand-in of AWS answers.</summary>
    public Func<WireServer, WireServer> Given { get; init; } = server => server;

    public override string ToString() => Name;
}
