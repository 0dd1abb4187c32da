using System.Collections.Concurrent;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>For whom a call acts and what it may use: everything the connector asks for is bound to it.</summary>
/// <param name="CallId">Unguessable; known to the worker only while the call runs.</param>
/// <param name="Tenant">Key of the tenant in pace, quarantine and log.</param>
internal sealed record CallScope(string CallId, ConnectorPackage Package, string Tenant, IBroker Broker, ISecretStore Secrets)
{
    public required string Capability { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>For whom prices and texts are asked; null when the call has no market.</summary>
    public Market? Market { get; init; }

    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>When set, the connector's clock stands still there.</summary>
    public DateTimeOffset? FixedTime { get; init; }

    /// <summary>What the call did so far.</summary>
    public CallTrace Trace { get; } = new();
}

/// <summary>What a call did: for the log, and for knowing whether money may have been spent.</summary>
internal sealed class CallTrace
{
    private int _requests;

    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentDictionary<string, bool> Endpoints { get; } = new(StringComparer.Ordinal);

    public int RequestCount => _requests;

    /// <summary>True once an unrepeatable request may have left the machine.</summary>
    public bool UnrepeatableSent { get; set; }

    /// <summary>True when the broker itself said "too many": its silence is set already.</summary>
    public bool SilencedByBroker { get; set; }

    /// <summary>Notes a request, secrets already removed; only the first twenty are kept in words.</summary>
    public void Note(string line)
    {
        if (Interlocked.Increment(ref _requests) <= 20)
            Requests.Enqueue(line);
    }
}
