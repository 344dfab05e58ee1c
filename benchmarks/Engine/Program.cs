using Engine;

try
{
    return args switch
    {
        ["load", .. var flags] => await LoadCommand.RunAsync(Flags.Parse("load", flags)),
        ["report", var samples, var report, var command, var load] => ReportCommand.Run(samples, report, command, load),
        ["first", .. var flags] => await FirstCommand.RunAsync(Flags.Parse("first", flags)),
        ["pace", .. var flags] => await PaceCommand.RunAsync(Flags.Parse("pace", flags)),
        ["bare", .. var flags] => BareCommand.Run(Flags.Parse("bare", flags)),
        ["parts"] => PartsCommand.Run(),
        _ => Flags.ShowUsage(),
    };
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return Flags.ShowUsage();
}
