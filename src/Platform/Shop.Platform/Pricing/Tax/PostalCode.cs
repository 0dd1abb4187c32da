using System.Diagnostics.CodeAnalysis;

namespace Shop.Platform.Pricing.Tax;

/// <summary>A Canadian postal code in the form <c>A1A 1A1</c>.</summary>
public readonly record struct PostalCode
{
    private PostalCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>Accepts any case, with or without spaces and hyphens. D, F, I, O, Q and U never occur; W and Z never come first.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PostalCode code)
    {
        code = default;
        var letters = new string([.. (text ?? "").Where(c => c is not (' ' or '-' or '\u00a0')).Select(char.ToUpperInvariant)]);
        if (letters.Length != 6 || letters[0] is 'W' or 'Z')
            return false;
        for (var i = 0; i < 6; i++)
            if (i % 2 == 0 ? !IsLetter(letters[i]) : !char.IsAsciiDigit(letters[i]))
                return false;
        code = new PostalCode($"{letters[..3]} {letters[3..]}");
        return true;
    }

    public override string ToString() => Value;

    private static bool IsLetter(char c) => char.IsAsciiLetterUpper(c) && !"DFIOQU".Contains(c);
}
