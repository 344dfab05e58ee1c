namespace Build.Running;

/// <summary>Lets one build of the same thing run at a time, on this machine; the system frees it when the process ends, however it ends.</summary>
internal static class BuildLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for the lock, and holds it until the result is disposed of.</summary>
    /// <param name="path">The lock file; it stays.</param>
    /// <param name="time">For the pauses between attempts.</param>
    /// <param name="whileWaiting">Called once, when another process has the lock.</param>
    public static async Task<IDisposable> EnterAsync(string path, TimeProvider time, Action whileWaiting)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (attempt == 0) whileWaiting();
                await Task.Delay(Pause, time);
            }
        }
    }
}
