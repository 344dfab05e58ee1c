namespace Build.Processes;

/// <summary>What is known of the terminal that this process runs on.</summary>
internal static class Terminal
{
    /// <summary>Whether a key press such as Ctrl-C reaches the children of this process without our help.</summary>
    public static bool SignalsReachChildren
    {
        get
        {
            if (OperatingSystem.IsWindows()) return true;
            var group = LibC.ProcessGroup();
            return Enumerable.Range(0, 3).Any(descriptor => LibC.ForegroundGroup(descriptor) == group);
        }
    }
}
