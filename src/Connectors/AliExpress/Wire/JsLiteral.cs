using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Shop.Connectors.AliExpress.Wire;

/// <summary>
/// Turns a JavaScript object literal into JSON text: bare or single-quoted names, any quotes, comments, trailing commas, undefined.
/// Nothing is run. A literal with anything else in it (a call, a variable) is not understood and gives null.
/// </summary>
internal sealed class JsLiteral
{
    private const int MaxDepth = 100;
    private readonly string source;
    private readonly StringBuilder json = new();
    private int at;

    private JsLiteral(string source, int start)
    {
        this.source = source;
        at = start;
    }

    /// <summary>Reads the literal that starts at or after <paramref name="start"/>.</summary>
    public static string? ToJson(string source, int start)
    {
        var reader = new JsLiteral(source, start);
        return reader.Value(0) ? reader.json.ToString() : null;
    }

    private bool Value(int depth)
    {
        Blank();
        if (depth > MaxDepth || at >= source.Length) return false;
        return source[at] switch
        {
            '{' => List(depth, '}', named: true),
            '[' => List(depth, ']', named: false),
            '"' or '\'' or '`' => Quoted(),
            _ => Word(asName: false),
        };
    }

    private bool List(int depth, char end, bool named)
    {
        json.Append(source[at++]);
        for (var first = true; ; first = false)
        {
            Blank();
            if (at >= source.Length) return false;
            if (source[at] == end) break;
            if (!first) json.Append(',');
            if (named && !Name()) return false;
            if (!Value(depth + 1)) return false;
            Blank();
            if (at < source.Length && source[at] == ',') at++;
            else if (at >= source.Length || source[at] != end) return false;
        }

        at++;
        json.Append(end);
        return true;
    }

    private bool Name()
    {
        var read = source[at] is '"' or '\'' ? Quoted() : Word(asName: true);
        Blank();
        if (!read || at >= source.Length || source[at++] != ':') return false;
        json.Append(':');
        return true;
    }

    private bool Word(bool asName)
    {
        var start = at;
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] is '_' or '$' or '+' or '-' or '.')) at++;
        var word = source[start..at];
        if (word.Length == 0) return false;
        if (asName) return Write(word);
        if (word is "undefined" or "NaN" or "null" or "void") word = "null";
        else if (word is not ("true" or "false") && !decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return false;
        json.Append(word);
        return true;
    }

    private bool Quoted()
    {
        var quote = source[at++];
        var text = new StringBuilder();
        while (at < source.Length && source[at] != quote)
        {
            if (source[at] == '\\' ? !Escape(text) : !Plain(text)) return false;
        }

        if (at++ >= source.Length) return false;
        return Write(text.ToString());
    }

    private bool Plain(StringBuilder text)
    {
        text.Append(source[at++]);
        return true;
    }

    private bool Escape(StringBuilder text)
    {
        if (at + 1 >= source.Length) return false;
        var code = source[at + 1];
        at += 2;
        if (code is 'u' or 'x') return Unicode(text, code == 'u' ? 4 : 2);
        if (code == '\n') return true;
        text.Append(code switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', 'v' => '\v', '0' => '\0', _ => code });
        return true;
    }

    private bool Unicode(StringBuilder text, int digits)
    {
        if (at + digits > source.Length) return false;
        if (!ushort.TryParse(source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) return false;
        at += digits;
        text.Append((char)unit);
        return true;
    }

    private bool Write(string text)
    {
        // A lone surrogate, which JavaScript allows, becomes the replacement character: JSON text cannot hold it.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        json.Append('"').Append(JsonEncodedText.Encode(whole).ToString()).Append('"');
        return true;
    }

    private void Blank()
    {
        while (at < source.Length)
        {
            if (char.IsWhiteSpace(source[at])) at++;
            else if (source.AsSpan(at).StartsWith("//")) SkipTo("\n");
            else if (source.AsSpan(at).StartsWith("/*")) SkipTo("*/");
            else return;
        }
    }

    private void SkipTo(string end)
    {
        var found = source.IndexOf(end, at, StringComparison.Ordinal);
        at = found < 0 ? source.Length : found + end.Length;
    }
}
