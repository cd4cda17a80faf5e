using System.Text.Json;
using System.Text.Json.Serialization;

namespace Miner.Client;

public partial class MinerClient
{
    /// <summary>
    /// A field that is left out has its default; null is refused (422). Enumerations are read by their names in lists, too: what is
    /// generated sees to those that stand alone.
    /// </summary>
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        settings.Converters.Add(new JsonStringEnumConverter());
    }
}
