using System.Text.Json;

namespace Build.Images;

/// <summary>
/// A folder for Docker's configuration that only this user can read, and that is gone afterwards with the login in it. The user's own
/// configuration, and the keys in it, stay as they are.
/// </summary>
public sealed class PrivateDockerConfig : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dynamodb-load-test-docker-");

    /// <param name="registry">The registry that is logged in to.</param>
    /// <param name="host">The daemon of the user's docker context, which is part of the configuration that is left out; null for the usual one.</param>
    public PrivateDockerConfig(string registry, string? host)
    {
        // With an entry for a registry Docker keeps logins in this file; without, it may put them into the keychain of the system.
        var auths = new Dictionary<string, object> { ["auths"] = new Dictionary<string, object> { [registry] = new { } } };
        File.WriteAllText(Path.Combine(_folder.FullName, "config.json"), JsonSerializer.Serialize(auths));
        Variables = new Dictionary<string, string> { ["DOCKER_CONFIG"] = _folder.FullName };
        if (host is not null) Variables["DOCKER_HOST"] = host;
    }

    /// <summary>The variables that make docker use the folder.</summary>
    public IDictionary<string, string> Variables { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
