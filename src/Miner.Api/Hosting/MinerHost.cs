using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Hosting.Systemd;
using Miner.Api.Hosting.Logging;
using Miner.Api.Limits;
using Miner.Api.Settings;
using Miner.Application;
using Miner.Infrastructure;
using Miner.Offline;

namespace Miner.Api.Hosting;

/// <summary>How the process listens, logs and introduces itself.</summary>
internal static partial class MinerHost
{
    /// <summary>What is left, once the last request has had its time, for its answer to arrive, the store and the telemetry.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Settings are read once. The host would watch the working directory for them, and so look at every write to the database.
    /// </summary>
    private const string WatchNoSettings = "--hostBuilder:reloadConfigOnChange=false";

    private const string AutoMapperLicence = "LuckyPennySoftware.AutoMapper.License";

    private const string FirstRequest =
        """{"cid":"first","task":"Answer the question","input":[{"user_query":"What is 6*7?"}]}""";

    /// <summary>Serves until the process is asked to end.</summary>
    /// <param name="arguments">Settings as <c>--NAME=value</c>, which win over all others.</param>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    /// <exception cref="IOException">The address cannot be listened on.</exception>
    public static async Task RunAsync(string[] arguments)
    {
        var builder = CreateBuilder(arguments);
        var review = SettingsReview.Of(builder.Configuration).Accept();
        var settings = review.Settings;
        builder.ListenAsConfigured(settings.Server);
        LogOutput.AssertIsWritable(settings.Log);
        var log = new Reloadable<LogSettings>(settings.Log);
        builder.Logging.WriteAs(log);
        // Its reminder of several sentences does not name the setting; ours does.
        if (settings.Server.AutoMapperLicenseKey is null) builder.Logging.AddFilter(AutoMapperLicence, LogLevel.None);
        builder.EndAfterTheLastAnswer(settings.Server);
        builder.Services
            .AddMinerApplication()
            .AddMinerOffline()
            .AddMinerInfrastructure(settings.Models, settings.Search, settings.Storage, settings.Telemetry, settings.Redis)
            .AddMinerApi(settings)
            .AddTestUi(settings)
            .AddSingleton(log)
            .AddSettingsReload(new SettingsSource(review, () => CreateBuilder(arguments).Configuration));

        await using var app = builder.Build();
        app.UseMinerApi(settings);
        app.AnnounceStart(review);
        app.AnnounceStop();
        app.NotifySystemd();
        try
        {
            await app.RunAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new IOException($"{exception.Message} Stop what listens there, or set PORT.", exception);
        }
        catch (SocketException exception)
        {
            var address = ListeningAddress.Of(settings.Server.Host, settings.Server.Port);
            throw new IOException($"Failed to bind to address {address}: {exception.Message}.", exception);
        }
    }

    /// <summary>What knows all settings: <paramref name="arguments"/>, the environment, and below it the <c>.env</c> file.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder([WatchNoSettings, .. arguments]);
        builder.Configuration.AddDotEnvFile();
        return builder;
    }

    private static void ListenAsConfigured(this WebApplicationBuilder builder, ServerSettings server)
    {
        builder.WebHost.UseUrls(ListeningAddress.Of(server.Host, server.Port));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limit(server);
        });
        builder.Services.Configure<SocketTransportOptions>(ConnectionLimits.BoundSendBuffers);
    }

    /// <summary>
    /// A process that is asked to end takes no new connections, and waits for the requests under way as long as they may take.
    /// </summary>
    private static void EndAfterTheLastAnswer(this WebApplicationBuilder builder, ServerSettings server) =>
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = server.RequestTimeout + ClosingTime);

    /// <summary>Says, once the service listens, where it is and what a first call looks like.</summary>
    private static void AnnounceStart(this WebApplication app, SettingsReview review) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var settings = review.Settings;
        foreach (var warning in review.Warnings) LogWarning(app.Logger, warning);
        if (settings.Server.AutoMapperLicenseKey is null) LogNoLicence(app.Logger);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var provider = settings.Models.Models is [var first, ..] ? first.Provider.ToString().ToLowerInvariant() : "offline";
        LogListening(app.Logger, address, provider);
        if (settings.ApiKeys.MadeForThisRun) Console.Out.WriteLine(FirstCall(address, settings.ApiKeys.Keys[0]));
    });

    /// <summary>Says when the process was asked to end, and when all that was under way has been answered.</summary>
    private static void AnnounceStop(this WebApplication app)
    {
        app.Lifetime.ApplicationStopping.Register(() => LogStopping(app.Logger));
        app.Lifetime.ApplicationStopped.Register(() => LogStopped(app.Logger));
    }

    /// <summary>
    /// Says the same to systemd, if that asked for it (sd_notify(3)). The package's own lifetime would look for the parent process, which
    /// the unit's hardening hides.
    /// </summary>
    private static void NotifySystemd(this WebApplication app)
    {
        var notifier = new SystemdNotifier();
        app.Lifetime.ApplicationStarted.Register(() => notifier.Notify(ServiceState.Ready));
        app.Lifetime.ApplicationStopping.Register(() => notifier.Notify(ServiceState.Stopping));
    }

    private static string FirstCall(string address, string key)
    {
        var port = new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal)).Port;
        return $$"""

            No API_KEY is set. For this run the key is {{key}}
            Try it:

            curl -s http://127.0.0.1:{{port}}/complete -H 'Content-Type: application/json' -H 'X-API-Key: {{key}}' -d '{{FirstRequest}}'

            """;
    }

    [LoggerMessage(EventId = 4100, Level = LogLevel.Information, Message = "Listening on {Address}, model provider {Provider}")]
    private static partial void LogListening(ILogger logger, string address, string provider);

    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information,
        Message = "AutoMapper is used under RPL-1.5; AUTOMAPPER_LICENSE_KEY takes the key of another licence")]
    private static partial void LogNoLicence(ILogger logger);

    [LoggerMessage(EventId = 4103, Level = LogLevel.Information, Message = "Stopping: no new connections, what is under way is answered")]
    private static partial void LogStopping(ILogger logger);

    [LoggerMessage(EventId = 4104, Level = LogLevel.Information, Message = "Stopped")]
    private static partial void LogStopped(ILogger logger);
}
