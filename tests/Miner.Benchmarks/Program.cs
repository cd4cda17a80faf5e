using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;
using Miner.Benchmarks.Load;

if (args is ["load", .. var names]) return await LoadRun.RunAsync(names);

// The runner builds all that it measures anew; on a busy machine that takes longer than its two minutes.
var config = DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default).WithBuildTimeout(TimeSpan.FromMinutes(15));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
