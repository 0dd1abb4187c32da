using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shop.Platform.ConnectorHosting.Protocol;

/// <summary>What host and worker must agree on. These files are compiled into both; only additive changes keep <see cref="Version"/>.</summary>
internal static class Wire
{
    public const int Version = 1;

    public const string Hello = "hello";
    public const string Invoke = "invoke";
    public const string Send = "send";
    public const string Sign = "sign";
    public const string AskPerson = "askPerson";
    public const string OpenPage = "openPage";
    public const string Log = "log";

    /// <summary>The largest message either side accepts. An answer of a supplier is at most 10 MB, escaping and envelope come on top.</summary>
    public const int MaxMessageBytes = 24 * 1024 * 1024;

    public static JsonSerializerOptions Json { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
