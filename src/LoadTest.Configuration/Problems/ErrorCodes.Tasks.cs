namespace LoadTest.Configuration.Problems;

public static partial class ErrorCodes
{
    public static readonly ErrorCode ImageMissing = new(
        "LT0601", "Image not in the repository", ExitCode.Usage,
        "The task definition names an image that the repository does not hold any more, so no task could start.",
        "Deploy again, with an image that is there.");

    public static readonly ErrorCode AddressesMissing = new(
        "LT0602", "Too few free addresses", ExitCode.Usage,
        "Each task takes an address of the private subnets, and they have fewer left than the run has tasks.",
        "Take fewer tasks, or deploy larger subnets.");

    public static readonly ErrorCode RunInProgress = new(
        "LT0603", "Another run is under way", ExitCode.GuardRefused,
        "Tasks of another run use the same table: two runs at once would measure each other.",
        "Wait for its end, or stop it with --target=Stop.");

    public static readonly ErrorCode LaunchFailed = new(
        "LT0604", "Tasks not launched", ExitCode.Failed,
        "ECS refuses to start the tasks. Those that it had started were stopped.",
        "Put right what ECS says, and run again.");

    public static readonly ErrorCode TaskQuota = new(
        "LT0605", "Limit of the account reached", ExitCode.Failed,
        "The account may not have so many Fargate tasks, or vCPUs, at once in this region.",
        "Ask for a higher quota, or take fewer or smaller tasks.");

    public static readonly ErrorCode NoCapacity = new(
        "LT0606", "No capacity", ExitCode.Failed,
        "AWS has no machine for the task at the moment.",
        "Try again later, in more zones, without Spot, or with fewer tasks.");

    public static readonly ErrorCode ImagePullFailed = new(
        "LT0611", "Image not pulled", ExitCode.Failed,
        "The task could not fetch its image: it is not there, is of another architecture, or there is no way to ECR and to S3, where its layers are.",
        "Push the image, and see that the subnets have a NAT gateway or the endpoints for ECR and S3.");

    public static readonly ErrorCode TaskNotInitialized = new(
        "LT0612", "Task not initialised", ExitCode.Failed,
        "What a task needs before its program starts could not be had: a network interface, the log group, the way to a service.",
        "See that the subnets reach ECR, CloudWatch Logs and SSM, and that the log group is there.");

    public static readonly ErrorCode TaskMemory = new(
        "LT0613", "Out of memory", ExitCode.Failed,
        "The program needed more memory than the task has, and was killed. What it did until then may be missing.",
        "Deploy with more TaskMemory, or spread the load over more tasks.");

    public static readonly ErrorCode SpotInterrupted = new(
        "LT0614", "Spot machine taken away", ExitCode.Failed,
        "AWS took the task's spare machine back. The program had two minutes to write what it had.",
        "Run without Spot where a whole result matters.");

    public static readonly ErrorCode ProgramFailed = new(
        "LT0615", "Program ended with an error", ExitCode.Failed,
        "The task's container, its only one, ended by itself with another exit code than 0.",
        "Its last lines say why; they are in the log.");

    public static readonly ErrorCode TaskStopped = new(
        "LT0616", "Task stopped by somebody", ExitCode.Failed,
        "A user or a service stopped the task; this run did not.",
        "Find out who, by the reason that the message gives, and run again.");

    public static readonly ErrorCode TaskPermission = new(
        "LT0617", "Task lacks a permission", ExitCode.Credentials,
        "One of the task's two roles may not do what ECS needs it for.",
        "Deploy the roles anew, or allow the action that the message names.");

    public static readonly ErrorCode TaskNotStarted = new(
        "LT0618", "Task not started", ExitCode.Failed,
        "ECS gave the task up before its program ran.",
        "Put right what ECS says, and run again.");

    public static readonly ErrorCode ExitCodeMissing = new(
        "LT0619", "Exit code unknown", ExitCode.Failed,
        "The task stopped, and nobody knows how its program ended. That is never taken for success.",
        "Its log may tell more.");

    public static readonly ErrorCode TaskGone = new(
        "LT0620", "Task forgotten", ExitCode.Failed,
        "ECS does not know the task any more, and it was not seen to stop.",
        "Its log and its results may be there all the same; the report shows what is missing.");

    public static readonly ErrorCode RunUnknown = new(
        "LT0621", "No such run", ExitCode.Usage,
        "The bucket of the environment holds no run of that id. Runs are deleted after ResultsRetentionDays.",
        "List the runs with --target=Runs.");

    private static ErrorCode[] Tasks =>
    [
        ImageMissing, AddressesMissing, RunInProgress, LaunchFailed, TaskQuota, NoCapacity, ImagePullFailed, TaskNotInitialized, TaskMemory,
        SpotInterrupted, ProgramFailed, TaskStopped, TaskPermission, TaskNotStarted, ExitCodeMissing, TaskGone, RunUnknown,
    ];
}
