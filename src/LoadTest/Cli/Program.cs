using LoadTest.Cli;
using LoadTest.Wire;

SocketTuning.Apply(args);
return (int)await CommandLine.RunAsync(args, TimeProvider.System);
