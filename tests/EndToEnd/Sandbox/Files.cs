using EndToEnd.Aws;

namespace EndToEnd.Sandbox;

/// <summary>What lies over /etc and the home folder of the sandbox from its start.</summary>
/// <param name="folder">The machine's folder.</param>
internal sealed class Files(string folder)
{
    private const string Bundle = "ssl/certs/ca-certificates.crt";

    /// <summary>Writes names, name server and the trusted authorities; gives the bundle of the latter.</summary>
    public string WriteEtc(ThrowAwayAuthority authority)
    {
        Write("etc/hosts", "127.0.0.1 localhost\n::1 localhost\n");
        Write("etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
        var system = Path.Combine("/etc", Bundle);
        var trusted = (File.Exists(system) ? File.ReadAllText(system) : "") + authority.Pem;
        Write($"etc/{Bundle}", trusted);
        return trusted;
    }

    /// <summary>Writes the profiles that commands name with --profile.</summary>
    public void WriteProfiles(IEnumerable<Profile> profiles)
    {
        var all = profiles.ToList();
        Write("home/.aws/config", string.Concat(all.Select(profile => $"[profile {profile.Name}]\nregion = {Names.Region}\n\n")));
        Write("home/.aws/credentials", string.Concat(all.Select(profile => profile.Credentials)));
    }

    /// <summary>A file that a command wrote in the repository, which this machine's own repository does not have.</summary>
    public string InRepository(params string[] parts) => Path.Combine([folder, "repository", .. parts]);

    /// <summary>A file that a command wrote in the home folder.</summary>
    public string InHome(params string[] parts) => Path.Combine([folder, "home", .. parts]);

    private void Write(string relative, string text)
    {
        var path = Path.Combine(folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
