using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Replaces ids by their objects along the paths of <c>expand</c>; answers are copies, so nobody changes the state by accident.</summary>
internal static class Expansion
{
    public static JsonNode Apply(StripeStore store, JsonNode answer, IEnumerable<string> paths)
    {
        var copy = answer.DeepClone();
        foreach (var path in paths) Expand(store, copy, path.Split('.'));
        return copy;
    }

    private static void Expand(StripeStore store, JsonNode? node, ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty || node is null) return;
        if (node is JsonArray list)
        {
            foreach (var item in list) Expand(store, item, steps);
            return;
        }

        if (node is not JsonObject body) return;
        if (steps[0] == "line_items" && body["object"].Text() == "checkout.session")
            body["line_items"] = SessionLines.List(store, body["id"].Text()!);
        else if (body[steps[0]] is JsonValue && store.Find(body[steps[0]].Text()) is { } target)
            body[steps[0]] = target.DeepClone();
        Expand(store, body[steps[0]], steps[1..]);
    }
}
