using System.Globalization;
using System.Text;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Support.Mail;

/// <summary>The plain-text part.</summary>
internal static class MailText
{
    public static string Write(IReadOnlyList<FilledBlock> blocks, TenantInfo tenant)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
            text.Append(Of(block)).Append("\n\n");
        return text.Append(CultureInfo.InvariantCulture, $"-- \n{tenant.Name}\n{tenant.StoreUrl}\n").ToString();
    }

    private static string Of(FilledBlock block) => block.Kind switch
    {
        MailBlockKind.Heading => $"{block.Text}\n{new string('=', Math.Min(block.Text.Length, 70))}",
        MailBlockKind.Button => $"{block.Text}:\n{block.Link}",
        MailBlockKind.Table => string.Join('\n', block.Rows.Select(row => row.Amount.Length == 0 ? row.What : $"{row.What}: {row.Amount}")),
        _ => block.Text,
    };
}
