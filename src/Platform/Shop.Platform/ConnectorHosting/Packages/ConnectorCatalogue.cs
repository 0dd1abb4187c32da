using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Shop.Platform.ConnectorHosting.Packages;

/// <summary>A connector on disk: its manifest, or why it cannot be used.</summary>
internal sealed record ConnectorPackage(string Folder, ConnectorManifest Manifest, bool FirstParty)
{
    public string? Problem { get; init; }
}

/// <summary>
/// The connectors in the installation's folders. What lies in <c>Connectors:Folder</c> came with the product; what lies in
/// <c>Connectors:ThirdPartyFolder</c> is somebody else's and gets a worker per tenant.
/// </summary>
internal sealed partial class ConnectorCatalogue
{
    public const string ManifestName = "connector.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Dictionary<string, ConnectorPackage> _byId = new(StringComparer.Ordinal);

    public ConnectorCatalogue(ConnectorOptions options, ILogger<ConnectorCatalogue> log)
    {
        foreach (ConnectorPackage package in Read(options.Folder, true).Concat(Read(options.ThirdPartyFolder, false)))
        {
            if (package.Problem is not null)
                log.LogError("Connector in {Folder} cannot be used: {Problem}", package.Folder, package.Problem);
            if (!_byId.TryAdd(package.Manifest.Id, package))
                log.LogError("Connector {Id} in {Folder} is ignored: another folder has the same id.", package.Manifest.Id, package.Folder);
        }
    }

    public IReadOnlyCollection<ConnectorPackage> All => _byId.Values;

    public ConnectorPackage? Find(string id) => _byId.GetValueOrDefault(id);

    private static IEnumerable<ConnectorPackage> Read(string? root, bool firstParty) =>
        root is null || !Directory.Exists(root)
            ? []
            : Directory.GetDirectories(root).Order(StringComparer.Ordinal)
                .Where(folder => File.Exists(Path.Combine(folder, ManifestName)))
                .Select(folder => ReadOne(folder, firstParty));

    private static ConnectorPackage ReadOne(string folder, bool firstParty)
    {
        string fallbackId = Path.GetFileName(folder).ToLowerInvariant();
        try
        {
            ConnectorManifest? manifest = JsonSerializer.Deserialize<ConnectorManifest>(File.ReadAllText(Path.Combine(folder, ManifestName)), Json);
            return manifest is null
                ? Broken("connector.json is empty.")
                : new ConnectorPackage(folder, manifest with { Id = manifest.Id ?? fallbackId }, firstParty) { Problem = Check(folder, manifest) };
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return Broken(problem.Message);
        }

        ConnectorPackage Broken(string text) => new(folder, new ConnectorManifest(fallbackId, fallbackId, "0"), firstParty) { Problem = text };
    }

    private static string? Check(string folder, ConnectorManifest manifest)
    {
        if (manifest.Id is null || !IdForm().IsMatch(manifest.Id))
            return "\"id\" must be lower-case letters, digits and dashes.";
        if (manifest.Assembly is not { Length: > 0 } assembly || assembly != Path.GetFileName(assembly))
            return "\"assembly\" must be the file name of the connector's assembly.";
        if (!File.Exists(Path.Combine(folder, assembly)))
            return $"The assembly {assembly} is not in the folder.";
        if (manifest.LegalBasis is null)
            return "\"legalBasis\" is missing: a connector says on what basis it may run.";
        return manifest.Endpoints.Select(CheckEndpoint).FirstOrDefault(problem => problem is not null);
    }

    private static string? CheckEndpoint(KeyValuePair<string, ConnectorEndpoint> endpoint) =>
        !Uri.TryCreate(endpoint.Value.Address, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps
            || address.HostNameType != UriHostNameType.Dns || address.UserInfo.Length > 0 || !address.IsDefaultPort
            || address.Query.Length > 0 || address.Fragment.Length > 0
            ? $"Endpoint \"{endpoint.Key}\" must be an https address of a host name, without port, user or query."
            : endpoint.Value.Pace is < 0 or > 3600 ? $"Endpoint \"{endpoint.Key}\": pace must be 0 to 3600 seconds." : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex IdForm();
}
