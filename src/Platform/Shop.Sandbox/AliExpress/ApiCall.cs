using System.Globalization;
using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.AliExpress;

/// <summary>The parameters of one call and the address it came in on, which the answer's links point to.</summary>
public sealed class ApiCall(IReadOnlyDictionary<string, string> parameters, string origin)
{
    public string Origin => origin;

    public string Host => origin[(origin.IndexOf("://", StringComparison.Ordinal) + 3)..];

    public IReadOnlyDictionary<string, string> Parameters => parameters;

    public string? this[string name] => parameters.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Required(string name) => this[name] ?? throw new ApiRefusalException(
        "MissingParameter", $"The input parameter \"{name}\" that is mandatory for processing this request is not supplied");

    public int Number(string name, int fallback) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    public static async Task<ApiCall> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var parameters = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancel)) parameters[name] = value.ToString();
        }

        return new ApiCall(parameters, $"{request.Scheme}://{request.Host}");
    }

    public static Language LanguageOf(string? code) => Languages.Parse(code);
}
