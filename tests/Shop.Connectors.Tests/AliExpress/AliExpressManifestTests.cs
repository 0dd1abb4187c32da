using System.Text.Json.Nodes;
using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressManifestTests
{
    // From the source tree: in the output of these tests the manifests of several connectors lie on top of each other.
    private static readonly JsonNode Manifest = JsonNode.Parse(Repository.Read("src", "Connectors", "AliExpress", "connector.json"))!;

    [Fact]
    public void The_manifest_names_the_class_and_its_assembly()
    {
        Assert.Equal(typeof(AliExpressConnector).FullName, (string)Manifest["type"]!);
        Assert.Equal(typeof(AliExpressConnector).Assembly.GetName().Name + ".dll", (string)Manifest["assembly"]!);
    }

    [Fact]
    public void The_manifest_lists_exactly_the_interfaces_of_the_class()
    {
        var names = new Dictionary<Type, string>
        {
            [typeof(IConnectAccount)] = "connect-account",
            [typeof(ISearchOffers)] = "search-offers",
            [typeof(IReadOffer)] = "read-offer",
            [typeof(IQuoteShipping)] = "quote-shipping",
            [typeof(IPlaceOrder)] = "place-order",
            [typeof(ICancelOrder)] = "cancel-order",
            [typeof(ITrackShipment)] = "track-shipment",
            [typeof(IReceiveWebhook)] = "receive-webhook",
            [typeof(IReadSignals)] = "read-signals",
        };
        var built = typeof(AliExpressConnector).GetInterfaces().Where(names.ContainsKey).Select(type => names[type]).Order();
        Assert.Equal(built, Manifest["capabilities"]!.AsArray().Select(name => (string)name!).Order());
    }

    [Fact]
    public void Secrets_are_marked_and_tokens_are_kept_by_the_broker()
    {
        var settings = Manifest["settings"]!["properties"]!;
        foreach (var name in new[] { "app_secret", "access_token", "refresh_token" }) Assert.True((bool)settings[name]!["x-secret"]!);
        foreach (var name in new[] { "access_token", "refresh_token" }) Assert.True((bool)settings[name]!["x-kept"]!);
        Assert.Null(settings["app_key"]!["x-secret"]);
    }

    [Fact]
    public void The_connector_refers_to_the_sdk_and_the_framework_only()
    {
        var others = typeof(AliExpressConnector).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "netstandard");
        Assert.Equal(["Shop.Connectors.Sdk"], others);
    }
}
