using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Protocol;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Asks the connectors whose product an address names. Needs no account: nothing leaves the machine.</summary>
internal sealed class AddressRecognition(ConnectorCatalogue catalogue, ConnectorCalls calls, LiveBroker broker, IIdSource ids)
{
    private const int LongestAddress = 4000;

    public async Task<RecognizedProduct?> RecognizeAsync(TenantId tenant, string address, CancellationToken cancellationToken)
    {
        string text = address.Trim();
        if (text.Length is 0 or > LongestAddress)
            return null;
        foreach (ConnectorPackage package in catalogue.All.Where(Reads).OrderByDescending(package => Likely(package, text)))
        {
            CallScope scope = new(ids.Token(), package, tenant.ToString(), broker, new NoSecrets())
            {
                Capability = CapabilityTable.Name(typeof(IReadOffer), nameof(IReadOffer.RecognizeAddress)),
            };
            Answer<string?> product = await calls.InvokePlainAsync(scope, [text], cancellationToken);
            if (product.Fault is null && product.Value is { Length: > 0 } productId)
                return new RecognizedProduct(package.Manifest.Id, productId);
        }

        return null;
    }

    private static bool Reads(ConnectorPackage package) => package.Problem is null && package.Manifest.Can(CapabilityTable.ManifestName(typeof(IReadOffer)));

    /// <summary>A connector whose name or hosts stand in the address is asked first, so that the others' workers need not start.</summary>
    private static bool Likely(ConnectorPackage package, string address) =>
        address.Contains(package.Manifest.Id, StringComparison.OrdinalIgnoreCase)
        || package.Manifest.Endpoints.Values.Any(endpoint => address.Contains(new Uri(endpoint.Address).Host, StringComparison.OrdinalIgnoreCase));
}
