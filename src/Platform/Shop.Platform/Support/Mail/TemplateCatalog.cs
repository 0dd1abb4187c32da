namespace Shop.Platform.Support.Mail;

/// <summary>The templates that ship with the product, each in English and French.</summary>
internal sealed class TemplateCatalog
{
    private const string Prefix = "mail/";
    private readonly Dictionary<(string Name, string Language), MailTemplate> _templates = Load();

    public IReadOnlyCollection<string> Names => [.. _templates.Keys.Select(k => k.Name).Distinct().Order(StringComparer.Ordinal)];

    public MailTemplate Find(string name, string language) =>
        _templates.TryGetValue((name, language), out var template) ? template : throw new ArgumentException($"There is no mail template '{name}' in '{language}'.", nameof(name));

    /// <summary>French for any kind of French, otherwise English.</summary>
    public static string LanguageOf(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";

    private static Dictionary<(string, string), MailTemplate> Load()
    {
        var assembly = typeof(TemplateCatalog).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(Key, name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return MailTemplate.Parse(reader.ReadToEnd());
        });
    }

    /// <summary>Resources are named <c>mail/{name}-{language}.txt</c>.</summary>
    private static (string Name, string Language) Key(string resource)
    {
        var name = Path.GetFileNameWithoutExtension(resource[Prefix.Length..]);
        return (name[..^3], name[^2..]);
    }
}
