using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Containers;

/// <summary>The image of <c>deploy/Containerfile</c>, built and started.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class ContainerTests
{
    private const long MostBytes = 120_000_000;

    private ContainerImage _image = null!;
    private DirectoryInfo _data = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _data = Directory.CreateTempSubdirectory("miner-volume-");
        _image = await ContainerImage.MakeAsync();
    }

    [OneTimeTearDown]
    public async Task RemoveAsync()
    {
        if (_image is not null) await _image.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Test]
    public async Task Image_AsItIsBuilt_IsNotRootsAndTellsItsHealth()
    {
        var configuration = await _image.ConfigurationAsync();

        Assert.That(configuration["User"]!.ToString(), Is.EqualTo("1654:1654"));
        Assert.That(configuration["Healthcheck"]!["Test"]!.AsArray().Select(part => part!.ToString()), Is.EqualTo(
            new[] { "CMD", "/opt/sample-miner/Miner.Api", "health" }));
        Assert.That(configuration["Env"]!.ToJsonString(), Does.Contain("ENVIRONMENT=production").And.Not.Contain("KEY"));
        Assert.That(configuration["Volumes"]!.AsObject().Select(volume => volume.Key), Is.EqualTo(new[] { "/var/lib/sample-miner" }));
    }

    [Test]
    public async Task Image_Compressed_IsSmall()
    {
        var bytes = await _image.CompressedSizeAsync();

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB compressed"));
        Assert.That(bytes, Is.InRange(20_000_000, MostBytes));
    }

    [Test]
    public async Task Container_WithAReadOnlyRoot_ServesWithoutRootAndWritesToItsVolumeAlone()
    {
        await using var container = await RunningContainer.StartAsync(await _image.MountAsync(), _data.FullName, UnusedPort.Find());
        using var client = await container.Miner.ConnectAsync();

        var health = await client.GetFromJsonAsync<JsonNode>("/health");
        using var answer = await client.PostAsJsonAsync(
            "/complete", new { cid = "c", task = "", input = new[] { new { user_query = "What is 6*7?" } } });
        var complete = await answer.Content.ReadFromJsonAsync<JsonNode>();
        var status = await container.StatusAsync();

        Assert.Multiple(() =>
        {
            Assert.That(health!["status"]!.ToString(), Is.EqualTo("healthy"));
            Assert.That(complete!["output"]!["immediate_response"]!.ToString(), Does.Contain("42"));
            Assert.That(status["Uid"].Split('\t'), Is.All.EqualTo("1654"));
            Assert.That((status["CapEff"], status["NoNewPrivs"]), Is.EqualTo(("0000000000000000", "1")));
            Assert.That(container.RootIsReadOnly, Is.True);
            Assert.That(Path.Combine(_data.FullName, "data", "miner_api.db"), Does.Exist);
        });
        Assert.That(await container.HealthAsync(), Is.EqualTo("healthy\n"));
        Assert.That(await container.Miner.TerminateAsync(), Is.Zero);
    }
}
