using System.Diagnostics;

namespace Miner.Application.Recording;

internal static class SpanName
{
    /// <summary>The span's own name; of an HTTP request, with the server that is asked and the status that it answered with.</summary>
    public static string Of(Activity activity)
    {
        if (activity.Source.Name == SpanRecorder.HttpSource && activity.GetTagItem("server.address") is { } server)
        {
            var status = activity.GetTagItem("http.response.status_code");
            return status is null ? $"{activity.DisplayName} {server}" : $"{activity.DisplayName} {server} {status}";
        }

        return activity.DisplayName;
    }
}
