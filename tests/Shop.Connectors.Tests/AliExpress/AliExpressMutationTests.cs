using System.Text.Json.Nodes;
using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

/// <summary>Parts of real answers disappear or change kind one at a time: no exception, and no price that was not there.</summary>
public sealed class AliExpressMutationTests
{
    private static readonly AliExpressConnector Connector = new();

    [Theory]
    [InlineData("ds_product_get.1005008177221739.fr-eur.json", 1)]
    [InlineData("web_runparams_components.1005005424987520.mx-mxn.json", 37)]
    [InlineData("web_runparams_modules.1005001894012758.ma-usd.json", 17)]
    public void A_changed_answer_is_a_fault_or_the_same_prices(string file, int step)
    {
        var text = Capture.Read(file);
        var whole = Connector.ReadDocument(text, Market.Canada).Value!;
        var prices = whole.Variants.ToDictionary(variant => variant.Id, variant => variant.Price!);
        var paths = new List<string>();
        Collect(JsonNode.Parse(text)!, paths);
        for (var i = 0; i < paths.Count; i += step)
        {
            foreach (var kind in new[] { "gone", "null", "text", "list" })
            {
                var changed = Change(text, paths[i], kind);
                var answer = Connector.ReadDocument(changed, Market.Canada);
                if (answer.Failed(out var fault, out var offer))
                {
                    Assert.True(fault.Kind is not FaultKind.ConnectorBug, $"{paths[i]} {kind}");
                    continue;
                }

                foreach (var variant in offer.Variants)
                    Assert.True(!prices.TryGetValue(variant.Id, out var price) || price == variant.Price, $"{paths[i]} {kind}: {variant.Price} for {price}");
            }
        }
    }

    private static void Collect(JsonNode node, List<string> paths)
    {
        if (node.Parent is not null) paths.Add(node.GetPath());
        if (node is JsonObject body) foreach (var child in body.Where(child => child.Value is not null)) Collect(child.Value!, paths);
        if (node is JsonArray list) foreach (var child in list.Where(child => child is not null)) Collect(child!, paths);
    }

    private static string Change(string text, string path, string kind)
    {
        var root = JsonNode.Parse(text)!;
        var node = Find(root, path)!;
        JsonNode? other = kind switch { "text" => "changed", "list" => new JsonArray("x", new JsonObject()), _ => null };
        if (node.Parent is JsonObject parent)
        {
            if (kind == "gone") parent.Remove(node.GetPropertyName());
            else parent[node.GetPropertyName()] = other;
        }
        else if (node.Parent is JsonArray list)
        {
            if (kind == "gone") list.RemoveAt(node.GetElementIndex());
            else list[node.GetElementIndex()] = other;
        }

        return root.ToJsonString();
    }

    private static JsonNode? Find(JsonNode node, string path)
    {
        if (node.GetPath() == path) return node;
        IEnumerable<JsonNode?> children = node is JsonObject body ? body.Select(child => child.Value) : node is JsonArray list ? list : [];
        return children.Where(child => child is not null && path.StartsWith(child.GetPath(), StringComparison.Ordinal))
            .Select(child => Find(child!, path)).FirstOrDefault(found => found is not null);
    }
}
