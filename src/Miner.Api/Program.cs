using Miner.Api.Cli;

return await MinerCommandLine.RunAsync(args);
