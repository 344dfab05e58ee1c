using Build;
using Build.Errors;
using Build.Help;
using Build.Options;
using Build.Output;
using Build.Targets;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using LoadTest.Configuration.Problems;
using Microsoft.Extensions.DependencyInjection;

var catalogue = new TargetCatalogue(typeof(Program).Assembly);
var commandLine = CommandLine.Read(args);
var form = MachineOutput.FormOf(commandLine.Options);
var screen = Screen.OfProcess(form);
var problems = commandLine.Problems.Concat(Unknown.Targets(commandLine.Options, catalogue)).ToList();
if (problems.Count > 0)
{
    problems.ForEach(problem => screen.Error(problem.ToString()));
    if (form == OutputForm.Json) Screen.Document(MachineOutput.Render(commandLine.Options, problems));
    return (int)ExitCode.Usage;
}

if (commandLine.Options.Get(AutomationOptions.Help))
{
    screen.Line(new HelpText(catalogue).Render().TrimEnd());
    return (int)ExitCode.Passed;
}

var outcome = new Outcome();
var paths = BuildPaths.Around(AppContext.BaseDirectory);
var exitCode = CakeHost.Create()
    .UseWorkingDirectory(paths.Root)
    .UseContext<BuildContext>()
    .UseTeardown<FailureCode>()
    .UseStartup<Services>()
    .ConfigureServices(services => services
        .AddSingleton(screen)
        .AddSingleton(catalogue)
        .AddSingleton(outcome)
        .AddSingleton(paths)
        .AddSingleton(commandLine.Options)
        .AddSingleton<ICakeLog, PlainLog>()
        .AddSingleton<ICakeReportPrinter, StepReport>()
        .AddSingleton<IVersionResolver, AutomationVersion>())
    .Run(HostArguments.Of(commandLine.Options));
if (outcome.LastLine is { } line) screen.Line(line);
var code = outcome.ExitCode ?? exitCode;
if (form == OutputForm.Json) Screen.Document(MachineOutput.Render(commandLine.Options, outcome, code));
return code;
