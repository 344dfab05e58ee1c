namespace LoadTest.Configuration.Problems;

public static partial class ErrorCodes
{
    public static readonly ErrorCode TableMissing = new(
        "LT0201", "Table missing", ExitCode.Usage,
        "The table does not exist in this account and region, and the run may not create it.",
        "Deploy it, correct TableName or Region, or allow its creation with --create-table=true.");

    public static readonly ErrorCode TableNotAllowed = new(
        "LT0202", "Table not released for load tests", ExitCode.GuardRefused,
        "The table was not created by this tool, and lacks the tag that allows a load test to write to it.",
        "If it really is meant for load tests, tag it dynamodb-load-test=allowed.");

    public static readonly ErrorCode TableKeys = new(
        "LT0203", "Table with another key", ExitCode.Usage,
        "The table's key is not the one that the run writes: a text attribute named pk, and the sort key if one is configured.",
        "Take a table with that key.");

    public static readonly ErrorCode EndpointUnreachable = new(
        "LT0204", "Endpoint not reachable", ExitCode.Usage,
        "No connection to the endpoint could be made.",
        "Check EndpointUrl, that the server runs, and the way to it.");

    public static readonly ErrorCode TableNotActive = new(
        "LT0205", "Table not active", ExitCode.Failed,
        "The table did not become ACTIVE in time.",
        "See the table's status, and try again when it is ACTIVE.");

    public static readonly ErrorCode CostLimit = new(
        "LT0206", "Cost above the limit", ExitCode.GuardRefused,
        "The estimated cost of the run is above MaxCost.",
        "Make the run smaller, or raise --max-cost if you accept the cost.");

    public static readonly ErrorCode ServiceFailure = new(
        "LT0207", "Service failed", ExitCode.Failed,
        "A call before or after the load was answered with an error that has no code of its own here.",
        "See what the service says; mostly it says what to do.");

    public static readonly ErrorCode MissingCredentials = new(
        "LT0301", "No credentials", ExitCode.Credentials,
        "No AWS credentials were found, or the profile cannot be used.",
        "Give a profile with --profile, or try the tool without an account: --environment=local.");

    public static readonly ErrorCode PermissionDenied = new(
        "LT0302", "Permission denied", ExitCode.Credentials,
        "AWS knows who is asking, and does not allow the call.",
        "Allow the action that the message names to the identity that it names.");

    public static readonly ErrorCode ExpiredCredentials = new(
        "LT0303", "Credentials expired or refused", ExitCode.Credentials,
        "AWS does not accept the credentials: they are expired, disabled, or belong to another partition.",
        "Log in again; for an SSO profile: aws sso login --profile NAME.");

    public static readonly ErrorCode MissingRegion = new(
        "LT0304", "No region", ExitCode.Usage,
        "No source names an AWS region.",
        "Give one: --region, AWS_REGION, or the profile's region.");

    public static readonly ErrorCode WrongAccount = new(
        "LT0305", "Wrong account", ExitCode.Credentials,
        "The credentials belong to another account than ExpectedAccountId, the only one in which anything may be done.",
        "Take credentials of the expected account, or correct ExpectedAccountId if this account is meant.");

    public static readonly ErrorCode RegionDisabled = new(
        "LT0306", "Region not enabled", ExitCode.Credentials,
        "The account has not enabled the region: AWS accepts the credentials elsewhere, and not there.",
        "Enable it with: aws account enable-region --region-name NAME; or take another one with --region.");

    public static readonly ErrorCode ClockSkew = new(
        "LT0307", "Clock is wrong", ExitCode.Credentials,
        "This machine's clock differs from AWS's by more than the few minutes that a signature may be old.",
        "Set the clock; on Linux: sudo timedatectl set-ntp true.");

    public static readonly ErrorCode AwsUnreachable = new(
        "LT0308", "AWS not reachable", ExitCode.Credentials,
        "No connection to AWS, or to the endpoint that stands in for it, could be made.",
        "Check the network, the proxy (HTTPS_PROXY, NO_PROXY), the region's spelling, and AWS_ENDPOINT_URL where one is set.");

    public static readonly ErrorCode BrokenProfile = new(
        "LT0309", "Credentials cannot be fetched", ExitCode.Credentials,
        "The profile lacks something, refers to something that is missing, or its own command fails; or the role of a pipeline or container gives no keys.",
        "Correct what the message names; a profile with: aws configure --profile NAME.");

    public static readonly ErrorCode MfaCodeNeeded = new(
        "LT0310", "MFA code needed", ExitCode.Credentials,
        "The profile's role needs the code of an MFA device, and nobody is there to type it.",
        "Run it on a terminal, or log in first and hand over temporary keys.");

    public static readonly ErrorCode ArtifactsNotWritable = new(
        "LT0701", "Results cannot be written", ExitCode.Usage,
        "The folder for the results cannot be created or written, or the disk is full.",
        "Give a writable folder with --artifacts-path, or make room.");

    public static readonly ErrorCode VerificationFailed = new(
        "LT0702", "Verification failed", ExitCode.Failed,
        "Acknowledged writes are missing from the table, or refused ones are in it.",
        "Look at the report's verification section; do not trust the target until it is explained.");

    public static readonly ErrorCode NothingSucceeded = new(
        "LT0703", "No operation succeeded", ExitCode.Failed,
        "Every operation of the run failed.",
        "Look at the report's errors by category; the first one mostly explains all.");

    public static readonly ErrorCode RunIdTaken = new(
        "LT0704", "Run id taken", ExitCode.Usage,
        "There are results of a run of that id already; they are never overwritten.",
        "Give another --run-id, or none: then one is made from the time.");

    public static readonly ErrorCode RunIncomplete = new(
        "LT0705", "Run incomplete", ExitCode.Failed,
        "The run reached its longest duration before its plan was done.",
        "Raise --max-duration, or offer less.");

    public static readonly ErrorCode UnreadableBaseline = new(
        "LT0706", "Baseline cannot be read", ExitCode.Usage,
        "The run that thresholds are relative to is not there, is damaged or unfinished, or lacks a metric that a threshold names.",
        "Name a finished run with --baseline: its folder or its id; a summary.json alone knows p50, p75, p90, p95, p99, p99.9, max and mean, and operations that the run had.");

    public static readonly ErrorCode UnreadablePrices = new(
        "LT0707", "Price table cannot be read", ExitCode.Usage,
        "The file that Prices names is not there, is no JSON, or lacks a price.",
        "Write it as docs/costs.md shows, or leave Prices out.");

    public static readonly ErrorCode RecordUnreadable = new(
        "LT0711", "Stored results cannot be read", ExitCode.Failed,
        "A file of a run that is over is damaged, is no record, or belongs to another run.",
        "Fetch it again from where it was written, or remove it: then its worker counts as missing.");

    public static readonly ErrorCode RecordNewer = new(
        "LT0712", "Record of a later version", ExitCode.Usage,
        "The record was written by a later version of the program, which this one does not understand.",
        "Take the version that wrote it.");

    public static readonly ErrorCode ResultsMissing = new(
        "LT0713", "No results there", ExitCode.Usage,
        "The folder holds no results of a run.",
        "Give the folder of a run, such as artifacts/runs/RUN-ID; results of several workers are merged before they are reported.");

    public static readonly ErrorCode PortInUse = new(
        "LT0801", "Port in use", ExitCode.Usage,
        "Another process listens on the port of the local server.",
        "Take another port with --port, or --port=0 for a free one.");

    public static readonly ErrorCode LocalServerNotStarted = new(
        "LT0802", "Local server not started", ExitCode.Failed,
        "The embedded server of a local run did not come up.",
        "Start one by itself with ./build.sh --target=LocalDynamo, and give its address with --endpoint-url.");

    private static ErrorCode[] Target => [TableMissing, TableNotAllowed, TableKeys, EndpointUnreachable, TableNotActive, CostLimit, ServiceFailure];

    private static ErrorCode[] Credentials =>
    [
        MissingCredentials, PermissionDenied, ExpiredCredentials, MissingRegion, WrongAccount, RegionDisabled, ClockSkew, AwsUnreachable,
        BrokenProfile, MfaCodeNeeded,
    ];

    private static ErrorCode[] Results =>
    [
        ArtifactsNotWritable, VerificationFailed, NothingSucceeded, RunIdTaken, RunIncomplete, UnreadableBaseline, UnreadablePrices, RecordUnreadable, RecordNewer, ResultsMissing,
    ];

    private static ErrorCode[] LocalServer => [PortInUse, LocalServerNotStarted];
}
