namespace Shop.Platform.ConnectorHosting;

/// <summary>What a connector says about itself in <c>connector.json</c>. The host reads this file, never the assembly.</summary>
/// <param name="Id">Lower-case letters, digits and <c>-</c>; the connector's name everywhere on the platform.</param>
/// <param name="Name">For people.</param>
/// <param name="Version">Semantic version of the connector.</param>
public sealed record ConnectorManifest(string Id, string Name, string Version)
{
    /// <summary>File name of the assembly in the connector's folder.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>SDK interfaces it implements, for example <c>IReadOffer</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The only places it may talk to, by name.</summary>
    public IReadOnlyDictionary<string, ConnectorEndpoint> Endpoints { get; init; } = new Dictionary<string, ConnectorEndpoint>();

    public IReadOnlyList<ConnectorSetting> Settings { get; init; } = [];

    public LegalBasis? LegalBasis { get; init; }

    public bool Can(string capability) => Capabilities.Contains(capability, StringComparer.Ordinal);
}

/// <summary>A place a connector may talk to.</summary>
/// <param name="Address">Base address, https. An installation can override it (<c>Connectors:{id}:Endpoints:{name}</c>).</param>
public sealed record ConnectorEndpoint(string Address)
{
    /// <summary>Least seconds between two requests of a tenant. Default 2; an installation can override it (<c>Connectors:{id}:Pace:{name}</c>).</summary>
    public double Pace { get; init; } = 2;
}

/// <summary>A setting of an account, as its form shows it.</summary>
/// <param name="Name">Name in the connector's settings, or of the secret.</param>
public sealed record ConnectorSetting(string Name)
{
    public string Title { get; init; } = "";

    public string? Help { get; init; }

    /// <summary>Secrets are stored encrypted and never reach the connector: it names them in templates.</summary>
    public bool Secret { get; init; }

    public bool Required { get; init; }
}

/// <summary>Why the platform may use this supplier by program. A merchant accepts it before the first run.</summary>
/// <param name="Kind"><c>official-api</c>, <c>written-permission</c>, <c>terms-allow</c> or <c>not-permitted</c>; the last can never run.</param>
/// <param name="Version">Version of the terms; a new one must be accepted again.</param>
public sealed record LegalBasis(string Kind, string Version)
{
    public string? Terms { get; init; }

    public string? Summary { get; init; }

    public const string NotPermitted = "not-permitted";
}
