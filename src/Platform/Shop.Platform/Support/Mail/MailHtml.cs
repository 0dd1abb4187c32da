using System.Globalization;
using System.Net;
using System.Text;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Support.Mail;

/// <summary>
/// The HTML part: one column, readable without images, in a mail program that ignores style sheets, by a screen reader and in dark mode. Loads nothing.
/// </summary>
internal static class MailHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    public static string Write(string language, string subject, string preview, IReadOnlyList<FilledBlock> blocks, TenantInfo tenant)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="{{language}}-CA">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{{Text(subject)}}</title>
            </head>
            <body style="margin:0;padding:0;background:#f4f5f7;{{Font}}">
            <div style="display:none;max-height:0;overflow:hidden">{{Text(preview)}}</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f7"><tr><td align="center" style="padding:24px 12px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:12px;border:1px solid #e3e6ea">
            <tr><td style="padding:24px 32px;border-bottom:1px solid #e3e6ea"><a href="{{Text(tenant.StoreUrl.ToString())}}" style="color:#1a1f2b;text-decoration:none;font-size:20px;font-weight:700">{{Text(tenant.Name)}}</a></td></tr>
            <tr><td style="padding:8px 32px 32px;color:#1a1f2b;font-size:16px;line-height:1.55">

            """);
        foreach (var block in blocks)
            html.Append(Of(block)).Append('\n');
        html.Append(CultureInfo.InvariantCulture, $"""
            </td></tr></table>
            <p style="max-width:600px;margin:16px auto 0;color:#5b6472;font-size:13px;line-height:1.5">{Text(tenant.Name)} · <a href="{Text(tenant.StoreUrl.ToString())}" style="color:#5b6472">{Text(tenant.StoreUrl.Authority)}</a></p>
            </td></tr></table>
            </body>
            </html>
            """);
        return html.ToString();
    }

    private static string Of(FilledBlock block) => block.Kind switch
    {
        MailBlockKind.Heading => $"""<h1 style="margin:24px 0 8px;font-size:24px;line-height:1.3">{Text(block.Text)}</h1>""",
        MailBlockKind.Button => $"""<p style="margin:24px 0"><a href="{Text(block.Link!.ToString())}" style="display:inline-block;padding:14px 24px;background:#1f4fd8;color:#ffffff;text-decoration:none;border-radius:8px;font-weight:600">{Text(block.Text)}</a></p>""",
        MailBlockKind.Small => $"""<p style="margin:8px 0;color:#5b6472;font-size:14px">{Text(block.Text)}</p>""",
        MailBlockKind.Table => Table(block.Rows),
        _ => $"""<p style="margin:12px 0">{Text(block.Text)}</p>""",
    };

    private static string Table(IReadOnlyList<MailRow> rows)
    {
        var html = new StringBuilder("""<table width="100%" cellpadding="0" cellspacing="0" style="margin:16px 0;border-collapse:collapse;font-size:15px">""");
        foreach (var row in rows)
        {
            var weight = row.Strong ? "700" : "400";
            html.Append(CultureInfo.InvariantCulture, $"""<tr><th scope="row" align="left" style="padding:8px 12px 8px 0;border-bottom:1px solid #e3e6ea;font-weight:{weight}">{Text(row.What)}</th>""");
            html.Append(CultureInfo.InvariantCulture, $"""<td align="right" style="padding:8px 0;border-bottom:1px solid #e3e6ea;font-weight:{weight};white-space:nowrap">{Text(row.Amount)}</td></tr>""");
        }
        return html.Append("</table>").ToString();
    }

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
