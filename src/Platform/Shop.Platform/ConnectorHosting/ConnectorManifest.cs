using System.Security.Cryptography;
using System.Text;

namespace Shop.Platform.ConnectorHosting;

/// <summary>What a connector says about itself in <c>connector.json</c>. The host reads this file, never the assembly.</summary>
/// <param name="Id">Lower-case letters, digits and <c>-</c>; the connector's name everywhere on the platform.</param>
/// <param name="Name">For people.</param>
/// <param name="Version">Semantic version of the connector.</param>
public sealed record ConnectorManifest(string Id, string Name, string Version)
{
    /// <summary>File name of the assembly in the connector's folder.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>Version of the SDK it was written against.</summary>
    public string Sdk { get; init; } = "";

    /// <summary>The SDK's interfaces in manifest form: <c>read-offer</c> stands for IReadOffer.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The only places it may talk to, by name.</summary>
    public IReadOnlyDictionary<string, ConnectorEndpoint> Endpoints { get; init; } = new Dictionary<string, ConnectorEndpoint>();

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ConnectorSetting> Settings { get; init; } = [];

    /// <summary>Hosts that images of its offers come from.</summary>
    public IReadOnlyList<string> ImageHosts { get; init; } = [];

    public required LegalBasis LegalBasis { get; init; }

    public bool Can(string capability) => Capabilities.Contains(capability, StringComparer.Ordinal);
}

/// <summary>A place a connector may talk to.</summary>
/// <param name="Address">Base address, https. An installation can override it (<c>Connectors:{id}:Endpoints:{name}</c>).</param>
/// <param name="Pace">Least seconds between two requests of a tenant. An installation can override it (<c>Connectors:{id}:Pace:{name}</c>).</param>
public sealed record ConnectorEndpoint(string Address, double Pace);

/// <summary>A setting of an account, as its form shows it.</summary>
/// <param name="Name">Name in the connector's settings, or of the secret.</param>
public sealed record ConnectorSetting(string Name)
{
    public required string Title { get; init; }

    public string? Help { get; init; }

    /// <summary><c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Secrets are stored encrypted and never reach the connector: it names them in templates.</summary>
    public bool Secret { get; init; }

    /// <summary>Issued by the supplier and kept by the broker: not part of the form.</summary>
    public bool Kept { get; init; }

    public bool Required { get; init; }

    public string? Default { get; init; }

    /// <summary>Regular expression the value must match. Null: any.</summary>
    public string? Pattern { get; init; }

    /// <summary>The allowed values. Empty: any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }
}

/// <summary>Why the platform may use this supplier by program. A merchant accepts it before the first run.</summary>
/// <param name="Kind"><c>official-api</c>, <c>written-permission</c>, <c>terms-allow</c> or <c>not-permitted</c>; the last can never run.</param>
/// <param name="Terms">Address of the supplier's terms.</param>
public sealed record LegalBasis(string Kind, string? Terms)
{
    public const string NotPermitted = "not-permitted";

    public static readonly IReadOnlyList<string> Kinds = ["official-api", "written-permission", "terms-allow", NotPermitted];

    public string? Summary { get; init; }

    /// <summary>Changes with every change of the basis: then it must be accepted again.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{Terms}\n{Summary}")))[..16];
}
