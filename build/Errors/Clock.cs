namespace Build.Errors;

/// <summary>This machine's clock.</summary>
internal static class Clock
{
    /// <summary>The command that sets it by the network's time.</summary>
    public static string HowToSet =>
        OperatingSystem.IsWindows() ? "w32tm /resync /force"
        : OperatingSystem.IsMacOS() ? "sudo sntp -sS time.apple.com"
        : "sudo timedatectl set-ntp true";
}
