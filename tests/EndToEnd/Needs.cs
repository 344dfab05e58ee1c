using TestSupport;

namespace EndToEnd;

/// <summary>What the sandbox is made of.</summary>
internal static class Needs
{
    private static readonly string[] Programs = ["dockerd", "docker", "docker-registry", "unshare", "nsenter", "ip", "git"];

    /// <summary>Ends the test where this machine lacks something, and says what.</summary>
    public static void Check()
    {
        if (!OperatingSystem.IsLinux()) OutsidePart.Missing("The sandbox needs Linux: its machine is made of Linux's namespaces");
        if (Environment.UserName != "root") OutsidePart.Missing("The sandbox needs root's rights: mounts, namespaces and Docker's engine");
        var missing = Programs.Where(program => OutsidePart.FindProgram(program) is null).ToList();
        if (missing.Count > 0)
            OutsidePart.Missing($"The sandbox needs {string.Join(", ", missing)}: apt-get install --no-install-recommends docker.io docker-registry iproute2");
    }
}
