using LoadTest.Cli;

return (int)await CommandLine.RunAsync(args, TimeProvider.System);
