// Most of these tests wait: for a process that starts or ends, for a limit of time that a caller meets. Each fixture has a folder, ports
// and processes of its own.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
