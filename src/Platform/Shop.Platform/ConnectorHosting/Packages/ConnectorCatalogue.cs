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
                .Where(folder => File.Exists(Path.Combine(folder, ManifestFile.Name)))
                .Select(folder => ReadOne(Path.GetFullPath(folder), firstParty));

    private static ConnectorPackage ReadOne(string folder, bool firstParty)
    {
        try
        {
            ConnectorManifest manifest = ManifestFile.Read(File.ReadAllText(Path.Combine(folder, ManifestFile.Name)));
            return new ConnectorPackage(folder, manifest, firstParty) { Problem = Check(folder, manifest) };
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            string id = Path.GetFileName(folder).ToLowerInvariant();
            ConnectorManifest empty = new(id, id, "0") { LegalBasis = new LegalBasis(LegalBasis.NotPermitted, null) };
            return new ConnectorPackage(folder, empty, firstParty) { Problem = problem.Message };
        }
    }

    private static string? Check(string folder, ConnectorManifest manifest)
    {
        if (!IdForm().IsMatch(manifest.Id))
            return "\"id\" must be lower-case letters, digits and dashes.";
        if (manifest.Assembly != Path.GetFileName(manifest.Assembly))
            return "\"assembly\" must be a file name.";
        if (!File.Exists(Path.Combine(folder, manifest.Assembly)))
            return $"The assembly {manifest.Assembly} is not in the folder.";
        if (!LegalBasis.Kinds.Contains(manifest.LegalBasis.Kind))
            return $"\"legalBasis\" must be one of {string.Join(", ", LegalBasis.Kinds)}.";
        if (manifest.Capabilities.FirstOrDefault(name => Protocol.CapabilityTable.InterfaceOf(name) is null) is { } unknown)
            return $"The capability \"{unknown}\" does not exist.";
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
