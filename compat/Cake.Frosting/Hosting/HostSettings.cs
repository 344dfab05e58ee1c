using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The arguments that the host itself understands.</summary>
internal sealed class HostSettings : CommandSettings
{
    [CommandOption("--target|-t <TARGET>")]
    [DefaultValue(new[] { "Default" })]
    [Description("The task to run.")]
    public string[] Targets { get; set; } = [];

    [CommandOption("--working|-w <PATH>")]
    [TypeConverter(typeof(Cli.DirectoryPathConverter))]
    [Description("The folder to work in.")]
    public DirectoryPath WorkingDirectory { get; set; }

    [CommandOption("--verbosity|-v <VERBOSITY>")]
    [TypeConverter(typeof(VerbosityConverter))]
    [Description("How much is shown: quiet, minimal, normal, verbose or diagnostic.")]
    public Verbosity? Verbosity { get; set; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    [Description("Shows each task with its description.")]
    public bool Description { get; set; }

    [CommandOption("--tree|--showtree")]
    [Description("Shows which task depends on which.")]
    public bool Tree { get; set; }

    [CommandOption("--dryrun|--noop|--whatif")]
    [Description("Shows what would run.")]
    public bool DryRun { get; set; }

    [CommandOption("--exclusive|-e")]
    [Description("Runs the target without what it depends on.")]
    public bool Exclusive { get; set; }

    [CommandOption("--noreport")]
    [Description("Leaves out the report of durations.")]
    public bool NoReport { get; set; }

    [CommandOption("--version|--ver")]
    [Description("Shows the version.")]
    public bool Version { get; set; }

    [CommandOption("--info")]
    [Description("Shows the version and more about Cake.")]
    public bool Info { get; set; }
}
