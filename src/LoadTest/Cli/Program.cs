using LoadTest.Cli;

SocketTuning.Apply(args);
return (int)await CommandLine.RunAsync(args, TimeProvider.System);
