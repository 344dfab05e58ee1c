using System.Formats.Tar;
using System.Text;

namespace EndToEnd.Docker;

/// <summary>
/// What stands in for the base image, which cannot be pulled: this machine's own libraries, laid out as in the chiseled image, with its user and
/// without a shell.
/// </summary>
internal static class BaseImage
{
    private const int User = 1654;
    private const string Libraries = "usr/lib/x86_64-linux-gnu";

    private static readonly string[] Needed =
    [
        "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2", "libnss_files.so.2", "libnss_dns.so.2",
        "libgcc_s.so.1", "libstdc++.so.6", "libssl.so.3", "libcrypto.so.3", "libz.so.1",
    ];

    /// <summary>The image as an archive.</summary>
    /// <param name="authorities">The bundle of trusted authorities.</param>
    public static async Task<Stream> CreateAsync(string authorities)
    {
        var archive = new MemoryStream();
        await using (var tar = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "lib") { LinkName = "usr/lib" });
            await FileAsync(tar, "lib64/ld-linux-x86-64.so.2", await File.ReadAllBytesAsync("/lib64/ld-linux-x86-64.so.2"), isProgram: true);
            foreach (var library in Needed) await FileAsync(tar, $"{Libraries}/{library}", await File.ReadAllBytesAsync(Find(library)));
            await FileAsync(tar, "etc/ssl/certs/ca-certificates.crt", Encoding.ASCII.GetBytes(authorities));
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "usr/lib/ssl/certs") { LinkName = "/etc/ssl/certs" });
            await FileAsync(tar, "etc/nsswitch.conf", "hosts: files dns\n"u8.ToArray());
            await FileAsync(tar, "etc/passwd", "root:x:0:0::/root:/sbin/nologin\napp:x:1654:1654::/home/app:/sbin/nologin\n"u8.ToArray());
            await FileAsync(tar, "etc/group", "root:x:0:\napp:x:1654:\n"u8.ToArray());
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, "tmp/") { Mode = (UnixFileMode)0b1_111_111_111 });
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, "home/app/") { Uid = User, Gid = User });
        }

        archive.Position = 0;
        return archive;
    }

    /// <summary>The base image that a Dockerfile names.</summary>
    public static string NameIn(string dockerfile)
    {
        const string argument = "ARG BASE_IMAGE=";
        return dockerfile.Split('\n').Single(line => line.StartsWith(argument, StringComparison.Ordinal))[argument.Length..].Trim();
    }

    private static string Find(string library) =>
        new[] { $"/{Libraries}/{library}", $"/lib/x86_64-linux-gnu/{library}" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"This machine has no {library}, which the base image needs.");

    private static async Task FileAsync(TarWriter tar, string name, byte[] content, bool isProgram = false)
    {
        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content), Mode = isProgram ? read | execute : read });
    }
}
