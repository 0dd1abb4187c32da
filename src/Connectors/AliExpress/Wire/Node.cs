using System.Globalization;
using System.Text.Json;

namespace Shop.Connectors.AliExpress.Wire;

/// <summary>
/// A place in a JSON answer that knows its path. AliExpress writes numbers and booleans as such or as text, and lists bare
/// (<c>simplify=true</c>) or below a type name: both forms of each are read here. An absent optional part is null, a part of another kind
/// is <see cref="Trouble"/>.
/// </summary>
internal readonly struct Node(JsonElement element, string path, Trouble trouble)
{
    public string Path => path;

    public bool Exists => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    public bool IsText => element.ValueKind == JsonValueKind.String;

    /// <summary>A child; one that does not exist when there is none.</summary>
    public Node this[string name] => new(
        IsObject && element.TryGetProperty(name, out var child) ? child : default, path.Length == 0 ? name : $"{path}.{name}", trouble);

    /// <summary>A child that must be there.</summary>
    public Node Need(string name)
    {
        var child = this[name];
        if (!child.Exists) child.Bad("missing");
        return child;
    }

    public string? Text()
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String: return Unescaped();
            // The raw text keeps all digits of 64-bit ids.
            case JsonValueKind.Number: return element.GetRawText();
            case JsonValueKind.True: return "true";
            case JsonValueKind.False: return "false";
            case JsonValueKind.Object or JsonValueKind.Array: Bad("expected text"); return null;
            default: return null;
        }
    }

    private string? Unescaped()
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: valid JSON, but no text.
            Bad("text is not valid Unicode");
            return null;
        }
    }

    /// <summary>Text that says something, or null.</summary>
    public string? Words() => Text() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public string NeedWords()
    {
        if (Words() is { } words) return words;
        Bad("missing");
        return "";
    }

    /// <summary>An id of digits only; a number in another notation would have lost some.</summary>
    public string? Id()
    {
        if (Words() is not { } id) return null;
        if (id.All(char.IsAsciiDigit)) return id;
        Bad("expected an id of digits");
        return null;
    }

    public string NeedId()
    {
        if (Id() is { } id) return id;
        Bad("missing");
        return "";
    }

    public decimal? Number()
    {
        if (Words() is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        Bad("expected a number");
        return null;
    }

    public long? Whole()
    {
        var number = Number();
        if (number is null) return null;
        if (number == Math.Truncate(number.Value) && number is >= long.MinValue and <= long.MaxValue) return (long)number;
        Bad("expected a whole number");
        return null;
    }

    /// <summary>A number of things: whole and not negative.</summary>
    public int? Count()
    {
        var whole = Whole();
        if (whole is null or (>= 0 and <= int.MaxValue)) return (int?)whole;
        Bad("expected a count");
        return null;
    }

    public bool? Flag()
    {
        switch (Words()?.ToUpperInvariant())
        {
            case null: return null;
            case "TRUE" or "1" or "Y": return true;
            case "FALSE" or "0" or "N": return false;
            default: Bad("expected true or false"); return null;
        }
    }

    public DateTimeOffset? Milliseconds() => Whole() is { } ms and > 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    /// <summary>The entries of a list, bare or below its type name. Absent is empty.</summary>
    public IReadOnlyList<Node> Items()
    {
        if (!Exists) return [];
        if (IsArray) return Entries(element, path);
        if (IsObject)
        {
            var inner = element.EnumerateObject().ToList();
            if (inner.Count == 0) return [];
            if (inner.Count == 1 && inner[0].Value.ValueKind == JsonValueKind.Array) return Entries(inner[0].Value, $"{path}.{inner[0].Name}");
        }

        Bad("expected a list");
        return [];
    }

    /// <summary>Children of an object with their names.</summary>
    public IEnumerable<KeyValuePair<string, Node>> Members()
    {
        if (!IsObject) return [];
        var here = this;
        return element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, here[member.Name]));
    }

    public void Bad(string problem) => trouble.Note(path.Length == 0 ? "(whole answer)" : path, problem);

    private List<Node> Entries(JsonElement array, string where)
    {
        var sink = trouble;
        return [.. array.EnumerateArray().Select((entry, index) => new Node(entry, $"{where}[{index.ToString(CultureInfo.InvariantCulture)}]", sink))];
    }
}
