using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>nginx with a site of a guide, in a folder of the test's. Needs the Debian package <c>nginx-light</c>.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    private readonly Process _process;

    private NginxProcess(Process process) => _process = process;

    /// <param name="site">What stands in <c>http { }</c>; listens on <paramref name="port"/> of the loopback.</param>
    public static async Task<NginxProcess> StartAsync(string folder, string site, int port)
    {
        string[] writable = ["client_body_temp_path", "proxy_temp_path", "fastcgi_temp_path", "scgi_temp_path", "uwsgi_temp_path"];
        var paths = string.Join('\n', writable.Select(name => $"{name} {Path.Combine(folder, name)};"));
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, $$"""
            daemon off;
            master_process off;
            pid {{Path.Combine(folder, "nginx.pid")}};
            error_log stderr;
            events {}
            http {
                access_log off;
                {{paths}}
                {{site}}
            }
            """);
        try
        {
            var start = new ProcessStartInfo("nginx", ["-p", folder, "-c", file]) { RedirectStandardError = true };
            var nginx = new NginxProcess(Process.Start(start)!);
            await nginx.ListensAsync(port);
            return nginx;
        }
        catch (Win32Exception exception)
        {
            throw new AssertionException(
                "nginx is not on the PATH; on Debian: apt-get install nginx-light, which puts it into /usr/sbin", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>It takes a moment to listen.</summary>
    private async Task ListensAsync(int port)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                _process.ErrorDataReceived += static (_, _) => { };
                _process.BeginErrorReadLine();
                return;
            }
            catch (SocketException) when (waited.Elapsed < Patience.Limit && !_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
            catch (SocketException exception)
            {
                var error = _process.HasExited ? await _process.StandardError.ReadToEndAsync() : "";
                throw new AssertionException($"nginx does not listen: {error}", exception);
            }
        }
    }
}
