using System.Text.Json;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress.Wire;

/// <summary>
/// A stored or fresh answer, whatever its form: JSON, JSONP, or a page with a script variable. <see cref="Root"/> is the JSON inside;
/// what it holds is decided by content, never by where it came from.
/// </summary>
internal sealed class Document
{
    private static readonly string[] Variables = ["window.runParams", "_init_data_"];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128, AllowTrailingCommas = false };

    private Document(JsonElement root, Trouble trouble)
    {
        Trouble = trouble;
        Root = new Node(root, "", trouble);
    }

    public Node Root { get; }

    public Trouble Trouble { get; }

    public static Answer<Document> Read(string text)
    {
        var body = text.Trim().TrimStart('\uFEFF');
        if (body.Length == 0) return Trouble.Changed("(whole answer)", "empty");
        if (Json(body) is { } json) return new Document(json, new Trouble());
        if (body[0] is '{' or '[') return Trouble.Changed("(whole answer)", "starts like JSON and is none");
        if (body[0] != '<' && Padded(body) is { } padded) return new Document(padded, new Trouble());
        return Page(body);
    }

    /// <summary>A part that is JSON written as text.</summary>
    public static Node Inner(string? text, string path, Trouble trouble) =>
        new(text is not null && Json(text) is { } json ? json : default, path, trouble);

    private static Answer<Document> Page(string html)
    {
        var empty = false;
        foreach (var variable in Variables)
        {
            for (var at = html.IndexOf(variable, StringComparison.Ordinal); at >= 0; at = html.IndexOf(variable, at + 1, StringComparison.Ordinal))
            {
                var value = at + variable.Length;
                while (value < html.Length && (char.IsWhiteSpace(html[value]) || html[value] == '=')) value++;
                if (value >= html.Length || html[value] != '{' || JsLiteral.ToJson(html, value) is not { } literal) continue;
                if (Json(literal) is not { } json) continue;
                if (json.EnumerateObject().Any()) return new Document(json, new Trouble());
                empty = true;
            }
        }

        return Walls.InBody(html) ?? (empty ? LoadsLater() : Trouble.Changed("window.runParams", "not in the page"));
    }

    /// <summary>Pages since about 2025 hold an empty variable and fetch the product with a signature of their own.</summary>
    private static Fault LoadsLater() => new(
        FaultKind.Unsupported,
        "This AliExpress page loads its product only inside a browser. Read the product through the API instead: set \"Read products from\" to api.")
    {
        Detail = "window.runParams is empty (page of the current generation)",
    };

    private static JsonElement? Padded(string body)
    {
        var open = body.IndexOf('(', StringComparison.Ordinal);
        var close = body.LastIndexOf(')');
        return open > 0 && close > open && body[..open].All(c => char.IsLetterOrDigit(c) || c is '_' or '$' or '.' or ' ')
            ? Json(body[(open + 1)..close])
            : null;
    }

    private static JsonElement? Json(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '[')) return null;
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The only way System.Text.Json reports text that is not JSON; the caller decides what that means.
            return null;
        }
    }
}
