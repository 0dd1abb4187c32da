using System.Text.Json.Nodes;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.Guide;

public sealed class GuideTests
{
    private static readonly Lazy<string> Guide = new(() => Repository.Read("docs", "connectors.md").ReplaceLineEndings("\n"));

    [Fact]
    public void The_guides_example_is_the_code_that_is_compiled()
    {
        var source = Repository.Read("tests", "Shop.Connectors.Tests", "Guide", "ExampleConnector.cs").ReplaceLineEndings("\n");
        var body = source[source.IndexOf("public sealed class", StringComparison.Ordinal)..].TrimEnd();
        Assert.Contains(body, Guide.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guides_manifest_is_json_with_the_parts_it_explains()
    {
        var start = Guide.Value.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var manifest = JsonNode.Parse(Guide.Value[start..Guide.Value.IndexOf("```", start, StringComparison.Ordinal)])!;
        string[] parts = ["id", "name", "version", "sdk", "assembly", "type", "capabilities", "endpoints", "imageHosts", "settings", "pace", "legalBasis"];
        Assert.All(parts, part => Assert.NotNull(manifest[part]));
    }

    [Fact]
    public async Task The_guides_example_works()
    {
        var connector = new ExampleConnector();
        var context = new ReplayContext("""{"id":"7","title":"Lamp","price":12.5,"currency":"CAD","stock":0}""");
        context.Secrets["token"] = "a-secret-token";
        var offer = (await connector.ReadAsync(context, "7", Market.Canada, default)).Value!;
        Assert.Equal((false, 0, null), (offer.Available, offer.Stock, offer.Price));
        Assert.Equal("price", connector.ReadDocument("""{"id":"7","title":"Lamp"}""", Market.Canada).Fault!.Field);
        Assert.Equal("7", connector.RecognizeAddress("https://shop.example.com/p/7"));
    }

    [Fact]
    public void The_guide_names_every_kind_of_fault_and_every_interface()
    {
        Assert.All(Enum.GetNames<FaultKind>(), name => Assert.Contains($"`{name}`", Guide.Value, StringComparison.Ordinal));
        var interfaces = typeof(IReadOffer).Assembly.GetExportedTypes().Where(type => type.IsInterface).Select(type => type.Name);
        Assert.All(interfaces, name => Assert.Contains($"`{name}`", Guide.Value, StringComparison.Ordinal));
    }
}
