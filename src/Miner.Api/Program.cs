using Miner.Api;
using Miner.Api.Hosting;
using Miner.Api.Settings;
using Miner.Application;
using Miner.Application.Ports;
using Miner.Infrastructure;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddDotEnvFile();
    var settings = MinerSettings.Read(builder.Configuration);
    builder.ListenAsConfigured(settings.Server);
    builder.LogAsConfigured(settings.Server);
    builder.Services
        .AddMinerApplication()
        .AddMinerInfrastructure(settings.ChatModel, settings.Search, settings.Storage)
        .AddMinerApi(settings);

    await using var app = builder.Build();
    app.UseMinerApi(settings);
    app.AnnounceStart(settings);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingsException or StorageException or IOException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
