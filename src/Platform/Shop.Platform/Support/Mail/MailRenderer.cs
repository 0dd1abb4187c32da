using System.Text.RegularExpressions;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Support.Mail;

/// <summary>Template and values to subject, text and HTML. Every value is escaped; a link that leaves the tenant's own hosts is a bug and throws.</summary>
internal static partial class MailRenderer
{
    public static RenderedMail Render(MailTemplate template, string language, TenantInfo tenant, IReadOnlyDictionary<string, string> values)
    {
        var filled = new Dictionary<string, string>(values) { ["store"] = tenant.Name, ["store_url"] = tenant.StoreUrl.ToString() };
        var blocks = template.Blocks.Where(b => b.Condition is null || filled.GetValueOrDefault(b.Condition) is { Length: > 0 })
            .Select(b => Fill(b, filled, tenant)).ToList();
        var subject = OneLine(Fill(template.Subject, filled));
        return new RenderedMail(subject, MailText.Write(blocks, tenant), MailHtml.Write(language, subject, Fill(template.Preview, filled), blocks, tenant));
    }

    private static FilledBlock Fill(MailBlock block, Dictionary<string, string> values, TenantInfo tenant) => block.Kind switch
    {
        MailBlockKind.Table => new(block.Kind, "", null, MailTable.Read(Value(block.Text, values))),
        MailBlockKind.Button => new(block.Kind, Fill(block.Text, values), Own(Fill(block.Link!, values), tenant), []),
        _ => new(block.Kind, Fill(block.Text, values), null, []),
    };

    private static string Fill(string text, Dictionary<string, string> values) => Placeholder().Replace(text, match => Value(match.Groups[1].Value, values));

    private static string Value(string name, Dictionary<string, string> values) =>
        values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"The template needs the value '{name}'.", nameof(values));

    private static Uri Own(string link, TenantInfo tenant) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && (SameHost(address, tenant.StoreUrl) || SameHost(address, tenant.AdminUrl))
            ? address : throw new ArgumentException($"A mail may only link to the store or its admin portal, not to '{link}'.", nameof(link));

    private static bool SameHost(Uri address, Uri own) => address.Scheme == own.Scheme && address.Authority == own.Authority && address.UserInfo.Length == 0;

    private static string OneLine(string text) => Blank().Replace(text, " ").Trim();

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{C}\s]+")]
    private static partial Regex Blank();
}

internal sealed record RenderedMail(string Subject, string Text, string Html);

/// <summary>A block whose values are filled in, not yet escaped.</summary>
internal sealed record FilledBlock(MailBlockKind Kind, string Text, Uri? Link, IReadOnlyList<MailRow> Rows);
