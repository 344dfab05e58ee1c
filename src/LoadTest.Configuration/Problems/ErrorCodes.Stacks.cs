namespace LoadTest.Configuration.Problems;

public static partial class ErrorCodes
{
    public static readonly ErrorCode StackNotDeployed = new(
        "LT0501", "Stack not deployed", ExitCode.Failed,
        "CloudFormation could not create or update a stack. The message names the root cause; what was only cancelled because of it is listed above as 'followed'.",
        "Correct the cause, and run the same command again; the message says what became of the stack.");

    public static readonly ErrorCode ChangeSetRefused = new(
        "LT0502", "Changes refused", ExitCode.Failed,
        "CloudFormation could not work out the changes: the template, a parameter or a rule of the account is in the way. Nothing was changed.",
        "Correct what the reason names; ./build.sh --target=Lint checks templates and settings without AWS.");

    public static readonly ErrorCode NotConfirmed = new(
        "LT0503", "Not confirmed", ExitCode.GuardRefused,
        "Something would be replaced or deleted, and the answer was no, or there is no terminal to ask on. Nothing of it was done.",
        "Look at what would be done (--target=Diff shows it), and answer yes, or beforehand with --yes.");

    public static readonly ErrorCode StackState = new(
        "LT0504", "Stack in the way", ExitCode.Failed,
        "A stack is in a state from which a deployment does not lead on by itself.",
        "See the table of states in docs/stacks.md.");

    public static readonly ErrorCode CapabilityMissing = new(
        "LT0505", "Capability missing", ExitCode.Usage,
        "A template makes something, such as a role with a name, that CloudFormation wants acknowledged.",
        "Where that is wanted, name the capability in cloudformation/stacks.json.");

    public static readonly ErrorCode TerminationProtection = new(
        "LT0506", "Stack protected", ExitCode.GuardRefused,
        "The stack has termination protection, so it is not deleted. Nothing was deleted.",
        "Turn the protection off with the command that the message shows, if it really is to go.");

    public static readonly ErrorCode TableProtected = new(
        "LT0507", "Table protected", ExitCode.GuardRefused,
        "The table has deletion protection, so it is not deleted. Nothing was deleted.",
        "Set DeletionProtectionEnabled to false and deploy, or use the command that the message shows, if it really is to go.");

    public static readonly ErrorCode StackNotDeleted = new(
        "LT0508", "Stack not deleted", ExitCode.Failed,
        "CloudFormation could not delete a stack: mostly something that it did not make is still in it or uses it.",
        "Remove what the message names, and run the same command again.");

    public static readonly ErrorCode NotDeployed = new(
        "LT0509", "Not deployed", ExitCode.Usage,
        "What was asked for needs a stack that is not deployed in this account and region.",
        "Deploy it: ./build.sh --target=Deploy.");

    public static readonly ErrorCode BrokenTemplate = new(
        "LT0510", "Broken template", ExitCode.Usage,
        "A file in cloudformation/ is missing or cannot be read as a template.",
        "Correct it; ./build.sh --target=Lint shows every finding.");

    public static readonly ErrorCode NotOurs = new(
        "LT0511", "Not made by this tool", ExitCode.GuardRefused,
        "A table or bucket that was to be deleted does not carry the tags that the templates give. It is not touched.",
        "Delete it yourself if it really is to go.");

    private static ErrorCode[] Stacks =>
    [
        StackNotDeployed, ChangeSetRefused, NotConfirmed, StackState, CapabilityMissing, TerminationProtection, TableProtected, StackNotDeleted,
        NotDeployed, BrokenTemplate, NotOurs,
    ];
}
