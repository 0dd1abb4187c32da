using System.Text.Json;

namespace Shop.Platform.ConnectorHosting.Protocol;

/// <summary>One call of a capability.</summary>
/// <param name="CallId">Unguessable; every callback carries it, so that a call can act only for its own tenant and account.</param>
/// <param name="Capability">Name in <see cref="CapabilityTable"/>.</param>
/// <param name="Arguments">Arguments in order, without context and cancellation token.</param>
internal sealed record CallRequest(string CallId, string Capability, IReadOnlyList<JsonElement> Arguments)
{
    /// <summary>The host's time when the call starts: the connector's clock follows it.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>True in replays: the clock stays at <see cref="Now"/>.</summary>
    public bool ClockStands { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>The worker's answer to the handshake.</summary>
internal sealed record WorkerHello(int Protocol, IReadOnlyList<string> Capabilities)
{
    /// <summary>Why the connector could not be loaded. Null when it was.</summary>
    public string? Problem { get; init; }
}
