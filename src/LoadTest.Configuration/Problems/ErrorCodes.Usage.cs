namespace LoadTest.Configuration.Problems;

public static partial class ErrorCodes
{
    public static readonly ErrorCode UnknownOption = new(
        "LT0101", "Unknown option", ExitCode.Usage,
        "The command line names an option that does not exist.",
        "Take the name that the message suggests, or look it up with --help.");

    public static readonly ErrorCode GivenTwice = new(
        "LT0102", "Setting given twice", ExitCode.Usage,
        "One source gives the same setting more than once, so it cannot be known which value is meant.",
        "Remove all but one.");

    public static readonly ErrorCode NotReadable = new(
        "LT0103", "Value of the wrong kind", ExitCode.Usage,
        "The text cannot be read as the kind of value that the setting holds.",
        "Write it as the message shows; numbers take a point, never a comma.");

    public static readonly ErrorCode OutOfRange = new(
        "LT0104", "Value out of range", ExitCode.Usage,
        "The value is of the right kind, and too small or too large.",
        "Take a value from the range that the message gives.");

    public static readonly ErrorCode NotAllowed = new(
        "LT0105", "Value not allowed", ExitCode.Usage,
        "The setting takes one of a few values, and this is none of them.",
        "Take one of those that the message lists.");

    public static readonly ErrorCode BrokenJson = new(
        "LT0106", "Broken JSON", ExitCode.Usage,
        "The file is not JSON from the place on that the message names.",
        "Mend the file there: mostly a comma, a quote or a bracket is missing or left over.");

    public static readonly ErrorCode WrongShape = new(
        "LT0107", "JSON of another shape", ExitCode.Usage,
        "The file is JSON, and not in a shape that holds settings.",
        "Write a plain object, {\"Parameters\": {...}}, or a list of ParameterKey and ParameterValue; each value a text, number or boolean.");

    public static readonly ErrorCode UnreadableFile = new(
        "LT0108", "File cannot be read", ExitCode.Usage,
        "The file is there, and the system does not let the program read it.",
        "Check the file's permissions, and that it is a file.");

    public static readonly ErrorCode Contradiction = new(
        "LT0109", "Contradictory settings", ExitCode.Usage,
        "Two settings that exclude each other are given in one place.",
        "Keep one of the two.");

    public static readonly ErrorCode MissingValue = new(
        "LT0110", "Missing setting", ExitCode.Usage,
        "A setting needs another one that is not given, or an option has no value.",
        "Give it, as the message shows.");

    public static readonly ErrorCode BrokenEnvironmentFile = new(
        "LT0111", "Broken environment file", ExitCode.Usage,
        "A line of the .env file is no KEY=VALUE.",
        "Write KEY=VALUE, close every quote on its line, or start the line with #.");

    public static readonly ErrorCode NetworkPlan = new(
        "LT0112", "Addresses do not fit", ExitCode.Usage,
        "A subnet lies outside the VPC's address range, or overlaps another.",
        "Choose ranges inside VpcCidr that do not overlap.");

    public static readonly ErrorCode TaskSize = new(
        "LT0113", "No such task size", ExitCode.Usage,
        "Fargate has no task with this pair of CPU and memory.",
        "Take a memory size that the message lists for the CPU.");

    public static readonly ErrorCode NoPlaceToSearch = new(
        "LT0114", "Search not possible here", ExitCode.Usage,
        "The search for the highest rate judges each trial where it runs: in one process, and in ECS without the results of other runs.",
        "Take one task for it, and there thresholds that are relative to no baseline.");

    public static readonly ErrorCode UnknownTarget = new(
        "LT0115", "Unknown target", ExitCode.Usage,
        "The command line names a command or target that does not exist.",
        "Take the name that the message suggests, or list them with --help.");

    public static readonly ErrorCode BrokenDataFile = new(
        "LT0116", "Broken data file", ExitCode.Usage,
        "A file that items are made from, a template or a histogram of sizes, cannot be used from the line on that the message names.",
        "Mend that line; docs/measuring.md shows how the file is written.");

    public static readonly ErrorCode ItemsTooSmall = new(
        "LT0117", "Items too small", ExitCode.Usage,
        "Items of the size that was asked for have no room for their keys, the attributes of the template, and what updates add.",
        "Raise ItemSize, or the sizes of ItemSizes, to what the message says; or make the template smaller.");

    public static readonly ErrorCode TooManyDeletes = new(
        "LT0118", "Too many deletes", ExitCode.Usage,
        "The plan deletes more items than are there by then, so that some deletes would find nothing.",
        "Write more items before the run, with the PreloadItems that the message says, or give delete less weight in OperationMix.");

    public static readonly ErrorCode NothingToUpdate = new(
        "LT0119", "Nothing to update", ExitCode.Usage,
        "The load updates items, makes none, and has none written before it.",
        "Leave PreloadItems out, which then is 1000, or raise it; or add puts to OperationMix.");

    public static readonly ErrorCode UnknownKey = new(
        "LT0151", "Unknown key", ExitCode.Passed,
        "A configuration file holds a key that no setting has. It is ignored.",
        "Correct its spelling, or remove it.");

    public static readonly ErrorCode DeadKey = new(
        "LT0152", "Key without effect", ExitCode.Passed,
        "The key had a meaning in an older project, and has none here. It is ignored.",
        "Remove it when convenient.");

    public static readonly ErrorCode EnvironmentIsFixed = new(
        "LT0153", "Environment not changed", ExitCode.Passed,
        "A source that is chosen by the environment names another environment. It is ignored.",
        "Remove it there, or choose the environment with --environment.");

    public static readonly ErrorCode Overridden = new(
        "LT0154", "Wrong value overridden", ExitCode.Passed,
        "A source holds a wrong value; it does no harm only because a higher source gives another.",
        "Correct or remove it.");

    public static readonly ErrorCode SecretInFile = new(
        "LT0155", "Secret in the wrong place", ExitCode.Passed,
        "Access keys are read from the process environment and from .env files alone. Elsewhere they are ignored.",
        "Remove it from there, and replace the key if others could read it.");

    private static ErrorCode[] Usage =>
    [
        UnknownOption, GivenTwice, NotReadable, OutOfRange, NotAllowed, BrokenJson, WrongShape, UnreadableFile, Contradiction, MissingValue,
        BrokenEnvironmentFile, NetworkPlan, TaskSize, NoPlaceToSearch, UnknownTarget, BrokenDataFile, ItemsTooSmall, TooManyDeletes, NothingToUpdate,
    ];

    private static ErrorCode[] Warnings => [UnknownKey, DeadKey, EnvironmentIsFixed, Overridden, SecretInFile];
}
