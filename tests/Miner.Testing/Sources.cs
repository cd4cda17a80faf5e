namespace Miner.Testing;

/// <summary>The repository that the tests were built from.</summary>
public static class Sources
{
    /// <summary>The folder of <c>SampleMiner.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SampleMiner.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("SampleMiner.sln was not found above the tests.");
    }
}
