using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.CommandLine;

/// <summary>The command line after <c>connector</c>.</summary>
internal sealed record CommandArguments(string Verb, string Connector, IReadOnlyList<string> Files)
{
    private const string Help = """
        usage: connector <verb> <connector> <file>… [option value]…
          read     an offer from a stored answer: API JSON, page HTML or the embedded JSON of a page
          search   a list page        freight  shipping options
          order    a supplier order   track    parcels
          list     the installed connectors
        options: --market CA/CAD/en  --words text  --product id  --variant id  --quantity n  --province ON  --order id  --set name=value
        A file is the answer itself, or a recording {"status":200,"body":"…","address":"https://…"}.
        """;

    private static readonly string[] Verbs = ["read", "search", "freight", "order", "track", "list"];
    private static readonly string[] Options = ["market", "words", "product", "variant", "quantity", "province", "order", "set"];

    public Market Market { get; private init; } = Market.Canada;

    public IReadOnlyDictionary<string, string> Settings { get; private init; } = new Dictionary<string, string>();

    private IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public string Value(string option, string otherwise) => Values.GetValueOrDefault(option, otherwise);

    /// <exception cref="UsageException">With the text to show.</exception>
    public static CommandArguments Parse(string[] arguments)
    {
        Queue<string> rest = new(arguments is ["connector", .. var after] ? after : arguments);
        if (!rest.TryDequeue(out string? verb) || verb is "help" or "--help" or "-h")
            throw new UsageException(Help);
        if (!Verbs.Contains(verb))
            throw new UsageException($"There is no verb \"{verb}\".\n{Help}");
        if (verb == "list")
            return new CommandArguments(verb, "", []);

        List<string> words = [];
        Dictionary<string, string> values = [], settings = [];
        while (rest.TryDequeue(out string? word))
        {
            if (word.StartsWith("--", StringComparison.Ordinal))
                ReadOption(word[2..], rest, values, settings);
            else
                words.Add(word);
        }

        if (words.Count < 2)
            throw new UsageException(words.Count == 0 ? $"Which connector?\n{Help}" : $"Which file? Name at least one stored answer.\n{Help}");
        if (words.Skip(1).FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new UsageException($"There is no file {missing}.");
        if (!int.TryParse(values.GetValueOrDefault("quantity", "1"), out int quantity) || quantity < 1)
            throw new UsageException("--quantity must be a whole number of at least 1.");
        return new CommandArguments(verb, words[0], words[1..]) { Market = MarketOf(values), Settings = settings, Values = values };
    }

    private static void ReadOption(string name, Queue<string> rest, Dictionary<string, string> values, Dictionary<string, string> settings)
    {
        if (!Options.Contains(name))
            throw new UsageException($"There is no option --{name}.\n{Help}");
        if (!rest.TryDequeue(out string? value))
            throw new UsageException($"--{name} needs a value.");
        if (name != "set")
            values[name] = value;
        else if (value.Split('=', 2) is [var setting, var content])
            settings[setting] = content;
        else
            throw new UsageException("--set wants name=value.");
    }

    private static Market MarketOf(Dictionary<string, string> values) =>
        !values.TryGetValue("market", out string? text) ? Market.Canada
        : text.Split('/') is [{ Length: 2 } country, { Length: 3 } currency, { Length: >= 2 } language]
            ? new Market(country.ToUpperInvariant(), currency.ToUpperInvariant(), language)
            : throw new UsageException("--market wants country/currency/language, for example CA/CAD/en.");
}
