using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using Shop.Sandbox.Stripe;
using Shop.Sandbox.Tests.Support;

namespace Shop.Sandbox.Tests.Stripe;

/// <summary>Stripe's own published description, made ready for validating answers and requests.</summary>
public sealed class StripeDescription
{
    /// <summary>
    /// Parameters that are newer than the description of 2023-08-16 and known from Stripe.net 53.1 (API 2026-10-28). Checked 2026-11-22.
    /// They are taken out before a request is validated; nothing else is loosened, and answers need no exception.
    /// </summary>
    private static readonly Dictionary<string, string> NewerParameters = new()
    {
        ["ui_mode"] = "checkout session: hosted or embedded page, since 2023-10",
        ["allowed_payment_method_types"] = "takes the place of payment_method_types in 2026-10-28",
        ["excluded_payment_method_types"] = "payment intent and checkout session, 2025",
        ["branding_settings"] = "checkout session, 2025",
    };

    private readonly JsonObject document;
    private readonly JsonSchema schemas;

    private StripeDescription(JsonObject document, JsonSchema schemas)
    {
        this.document = document;
        this.schemas = schemas;
    }

    public static async Task<StripeDescription> LoadAsync()
    {
        var document = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(ReferenceData.PathOf("stripe/openapi-2023-08-16.json")))!;
        var definitions = (JsonObject)Rewritten(document["components"]!["schemas"])!;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            if (operations!["post"]?["requestBody"]?["content"]?["application/x-www-form-urlencoded"]?["schema"] is { } body) definitions["POST " + path] = Rewritten(body);
        }

        var schemas = await JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions }.ToJsonString());
        return new StripeDescription(document, schemas);
    }

    public IReadOnlyList<string> Answer(JsonObject resource)
    {
        var kind = (string)resource["object"]!;
        if (kind == "list") return [.. resource["data"]!.AsArray().OfType<JsonObject>().SelectMany(Answer)];
        return (bool?)resource["deleted"] == true ? [] : [.. schemas.Definitions[kind].Validate(resource.ToJsonString()).Select(error => $"{kind}: {error}")];
    }

    public IReadOnlyList<string> Request(string path, string form)
    {
        var template = document["paths"]!.AsObject().Select(pair => pair.Key).Single(candidate => Fits(candidate, path) && document["paths"]![candidate]!["post"] is not null);
        var schema = document["paths"]![template]!["post"]!["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!;
        var parsed = StripeForm.Parse(form);
        foreach (var name in NewerParameters.Keys) parsed.Remove(name);
        var typed = Typed(parsed, schema)!;
        return [.. schemas.Definitions["POST " + template].Validate(typed.ToJsonString()).Select(error => $"{path}: {error}")];
    }

    private static bool Fits(string template, string path)
    {
        var (left, right) = (template.Split('/'), path.Split('/'));
        return left.Length == right.Length && left.Zip(right).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    // OpenAPI 3.0 is not JSON Schema: nullable becomes a choice with null, references move to definitions.
    private static JsonNode? Rewritten(JsonNode? node)
    {
        if (node is JsonArray list) return new JsonArray([.. list.Select(Rewritten)]);
        if (node is not JsonObject body) return node?.DeepClone();
        var copy = new JsonObject();
        foreach (var (name, value) in body)
        {
            if (name is "nullable" or "description") { if (value is JsonValue) continue; }
            copy[name] = name == "$ref" ? ((string)value!).Replace("#/components/schemas/", "#/definitions/") : Rewritten(value);
        }

        return body["nullable"] is JsonValue nullable && nullable.TryGetValue<bool>(out var may) && may
            ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, copy) }
            : copy;
    }

    private JsonNode? Typed(JsonNode? value, JsonNode? schema)
    {
        // "additionalProperties": false stands where a schema could; an unknown parameter stays text and is refused later.
        if (schema is not JsonObject) schema = null;
        if (schema?["$ref"] is { } reference) schema = document["components"]!["schemas"]![((string)reference!).Split('/')[^1]];
        if (schema?["anyOf"] is JsonArray choices) return Choice(value, choices);
        switch (value)
        {
            case JsonObject body:
                var typed = new JsonObject();
                foreach (var (name, item) in body) typed[name] = Typed(item, schema?["properties"]?[name] ?? schema?["additionalProperties"]);
                return typed;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Typed(item, schema?["items"]))]);
            default:
                return Scalar((string?)value, (string?)schema?["type"]);
        }
    }

    private JsonNode? Choice(JsonNode? value, JsonArray choices) => Typed(value, value switch
    {
        JsonObject => choices.FirstOrDefault(choice => (string?)choice!["type"] == "object"),
        JsonArray => choices.FirstOrDefault(choice => (string?)choice!["type"] == "array"),
        _ => choices.FirstOrDefault(choice => (string?)choice!["type"] is "integer" or "number" or "boolean") is { } scalar && Scalar((string?)value, (string?)scalar["type"]) is not JsonValue { } text || value is null
            ? choices[0]
            : choices.FirstOrDefault(choice => (string?)choice!["type"] is "integer" or "number" or "boolean" or "string"),
    });

    private static JsonNode? Scalar(string? text, string? type) => type switch
    {
        "integer" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        "number" when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        "boolean" when bool.TryParse(text, out var flag) => flag,
        _ => text,
    };
}
