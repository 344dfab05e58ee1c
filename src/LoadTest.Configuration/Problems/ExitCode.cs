namespace LoadTest.Configuration.Problems;

/// <summary>What a process says to its caller when it ends; the load test and the build automation share it.</summary>
public enum ExitCode
{
    /// <summary>The run passed.</summary>
    Passed = 0,

    /// <summary>Verification failed, nothing succeeded, the run is incomplete, or the program itself failed.</summary>
    Failed = 1,

    /// <summary>The command line or the configuration is wrong; nothing was done.</summary>
    Usage = 2,

    /// <summary>The run is complete, and a threshold was missed.</summary>
    ThresholdFailed = 3,

    /// <summary>Credentials are missing or expired, or a permission is.</summary>
    Credentials = 4,

    /// <summary>A safety guard refused to go on.</summary>
    GuardRefused = 5,

    /// <summary>Stopped by SIGINT, with a partial report.</summary>
    Interrupted = 130,

    /// <summary>Stopped by SIGTERM, with a partial report.</summary>
    Terminated = 143,
}
