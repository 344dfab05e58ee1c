using LoadTest.Cli;
using LoadTest.Wire;

SocketTuning.ServeOnAllProcessors();
return (int)await CommandLine.RunAsync(args, TimeProvider.System);
