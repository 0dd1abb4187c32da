using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Stripe's form encoding (<c>a[b][0][c]=d</c>) as a JSON tree; numbered keys become arrays, every value stays text.</summary>
public static class StripeForm
{
    public static JsonObject Parse(string encoded)
    {
        var root = new JsonObject();
        foreach (var (key, values) in QueryHelpers.ParseQuery(encoded))
        {
            foreach (var value in values) Put(root, Steps(key), value ?? "");
        }

        return (JsonObject)Lists(root)!;
    }

    public static string? Word(this JsonObject form, string name) => form[name].Text() is { Length: > 0 } text ? text : null;

    public static string Required(this JsonObject form, string name) =>
        form.Word(name) ?? throw StripeErrorException.Invalid($"Missing required param: {name}.", name, "parameter_missing");

    public static long? Integer(this JsonObject form, string name, string? shown = null)
    {
        if (form.Word(name) is not { } text) return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw StripeErrorException.Invalid($"Invalid integer: {text}", shown ?? name, "parameter_invalid_integer");
    }

    public static JsonObject? Part(this JsonObject form, string name) => form[name] as JsonObject;

    public static IEnumerable<JsonObject> Parts(this JsonObject form, string name) => (form[name] as JsonArray ?? []).OfType<JsonObject>();

    public static IEnumerable<string> Texts(this JsonObject form, string name) => (form[name] as JsonArray ?? []).Select(item => item.Text() ?? "");

    public static JsonObject Metadata(this JsonObject form) => form.Part("metadata")?.Copy() ?? [];

    public static void AllowOnly(this JsonObject form, IReadOnlySet<string> names)
    {
        if (form.Select(pair => pair.Key).FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw StripeErrorException.Invalid($"Received unknown parameter: {unknown}", unknown, "parameter_unknown");
    }

    private static string[] Steps(string key) => key.Replace("]", "", StringComparison.Ordinal).Split('[');

    private static void Put(JsonObject node, string[] steps, string value)
    {
        for (var i = 0; i < steps.Length - 1; i++)
        {
            if (node[steps[i]] is not JsonObject next) node[steps[i]] = next = [];
            node = next;
        }

        // "expand[]" carries no number: each one is the next element.
        var last = steps[^1].Length == 0 ? node.Count.ToString(CultureInfo.InvariantCulture) : steps[^1];
        node[last] = value;
    }

    private static JsonNode? Lists(JsonNode? node)
    {
        if (node is not JsonObject body) return node?.DeepClone();
        if (body.Count > 0 && body.All(pair => int.TryParse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            var ordered = body.OrderBy(pair => int.Parse(pair.Key, CultureInfo.InvariantCulture));
            return Json.Array(ordered.Select(pair => Lists(pair.Value)));
        }

        var tree = new JsonObject();
        foreach (var (name, value) in body) tree[name] = Lists(value);
        return tree;
    }
}
