using System.Text.Json;
using System.Text.Json.Serialization;

namespace Miner.Client;

public partial class MinerClient
{
    /// <summary>A field that is left out has its default; null is refused (422).</summary>
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
}
