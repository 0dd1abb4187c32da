using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Lists with Stripe's cursor paging and the common filters.</summary>
internal static class StripeList
{
    private static readonly string[] Equal = ["payment_intent", "charge", "customer", "status", "type", "source"];

    public static JsonObject Of(StripeStore store, string kind, string url, StripeCall call)
    {
        var items = store.All(kind).Where(item => Fits(item, call.Form));
        var limit = (int)Math.Clamp(call.Form.Integer("limit") ?? 10, 1, 100);
        if (call.Form.Word("starting_after") is { } after) items = items.SkipWhile(item => item["id"].Text() != after).Skip(1);
        if (call.Form.Word("ending_before") is { } before) items = items.TakeWhile(item => item["id"].Text() != before).TakeLast(limit);
        var page = items.Take(limit + 1).ToList();
        return Page(url, page.Take(limit), page.Count > limit);
    }

    public static JsonObject Page(string url, IEnumerable<JsonObject> items, bool hasMore) => new()
    {
        ["object"] = "list",
        ["url"] = url,
        ["has_more"] = hasMore,
        ["data"] = Json.Array(items.Select(item => (JsonNode?)item.DeepClone())),
    };

    private static bool Fits(JsonObject item, JsonObject form) =>
        Equal.All(name => form.Word(name) is not { } wanted || item[name].Text() == wanted)
        && (form["types"] is not JsonArray types || types.Any(type => type.Text() == item["type"].Text()))
        && (form.Part("created") is not { } range || InRange(item["created"].Long(), range))
        && (form.Word("created") is not { } exact || form["created"] is JsonObject || item["created"].Text() == exact);

    private static bool InRange(long created, JsonObject range) => range.All(bound =>
    {
        var limit = long.Parse(bound.Value.Text()!, CultureInfo.InvariantCulture);
        return bound.Key switch { "gt" => created > limit, "gte" => created >= limit, "lt" => created < limit, "lte" => created <= limit, _ => true };
    });
}
