namespace LoadTest.Configuration.Problems;

public static partial class ErrorCodes
{
    public static readonly ErrorCode DeployedSettingsMissing = new(
        "LT0631", "Settings not deployed", ExitCode.Usage,
        "Inside ECS the program takes its settings from SSM, and there are none under the path.",
        "Deploy the load test, or correct SSM_PARAMETER_PREFIX in the task definition.");

    public static readonly ErrorCode TaskUnknown = new(
        "LT0632", "Task not known", ExitCode.Failed,
        "The program could not ask ECS which task it is.",
        "Start it as a task of ECS; --tasks is of no use elsewhere.");

    public static readonly ErrorCode AssignmentMissing = new(
        "LT0633", "No assignment", ExitCode.Failed,
        "A task of several waited for its part of the load, and nobody wrote it down in time.",
        "See what happened to whoever started the tasks, and start the run again.");

    public static readonly ErrorCode AssignmentUnusable = new(
        "LT0634", "Unusable assignment", ExitCode.Failed,
        "The assignment of the run is not what this version expects, or does not name this task.",
        "Start the run with the automation of the same version as the image.");

    public static readonly ErrorCode ResultsNotUploaded = new(
        "LT0635", "Results not uploaded", ExitCode.Failed,
        "The results could not be written to the results bucket. They are in the task's log, in lines that begin with LT-RESULT.",
        "Save the log as logs/NAME.log in the run's folder, and merge again.");

    public static readonly ErrorCode NoResultsBucket = new(
        "LT0636", "No results bucket", ExitCode.Usage,
        "A run of several tasks needs a bucket for the assignment and the results, and no source names one.",
        "Deploy the load test, which puts results-bucket beside the other settings.");

    private static ErrorCode[] Workers =>
        [DeployedSettingsMissing, TaskUnknown, AssignmentMissing, AssignmentUnusable, ResultsNotUploaded, NoResultsBucket];
}
