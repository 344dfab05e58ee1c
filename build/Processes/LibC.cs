using System.Runtime.InteropServices;

namespace Build.Processes;

/// <summary>The three system calls that .NET does not offer.</summary>
internal static class LibC
{
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "getpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int ProcessGroup();

    /// <summary>The foreground group of the terminal behind a file descriptor; -1 when there is no terminal.</summary>
    [DllImport("libc", EntryPoint = "tcgetpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int ForegroundGroup(int descriptor);
}
