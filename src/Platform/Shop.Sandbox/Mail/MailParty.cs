using System.Net;

namespace Shop.Sandbox.Mail;

/// <summary>The mail world: an SMTP receiver and an inbox to read in a browser or by program.</summary>
public static class MailParty
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton<MailBox>()
        .AddSingleton<SmtpReceiver>()
        .AddHostedService(provider => provider.GetRequiredService<SmtpReceiver>());

    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        var mail = routes.MapGroup("/mail");
        mail.MapGet("/", (string? to, MailBox box) => Inbox(box.List(to), to));
        mail.MapGet("/{id}", (string id, MailBox box) => box.Find(id) is { } message ? Message(message) : Page.Html("Not found", "<p>No such message.</p>", 404));
        mail.MapGet("/{id}/html", (string id, HttpContext http, MailBox box) => Body(id, http, box));
        mail.MapGet("/api/messages", (string? to, MailBox box) => Results.Json(box.List(to)));
        mail.MapGet("/api/messages/{id}", (string id, MailBox box) => box.Find(id) is { } message ? Results.Json(message) : Results.NotFound());
    }

    private static IResult Inbox(IReadOnlyList<ReceivedMail> messages, string? to)
    {
        var rows = string.Concat(messages.Select(mail => $"""
            <tr><td><a href="/mail/{mail.Id}">{Encode(mail.Subject.Length > 0 ? mail.Subject : "(no subject)")}</a></td><td>{Encode(string.Join(", ", mail.EnvelopeTo))}</td><td class="muted">{Encode(mail.From)}</td><td class="muted">{mail.At:yyyy-MM-dd HH:mm:ss}</td></tr>
            """));
        var empty = messages.Count == 0 ? "<p class=\"muted\">Nothing here yet.</p>" : "";
        return Page.Html("Inbox", $"""
            <div class="card"><h1>Inbox</h1>
            <form method="get"><label>To <input name="to" value="{Encode(to)}" placeholder="part of an address"></label></form>
            <table><tr><th>Subject</th><th>To</th><th>From</th><th>Received</th></tr>{rows}</table>{empty}</div>
            """);
    }

    private static IResult Message(ReceivedMail mail)
    {
        var html = mail.Html.Length > 0
            ? $"<iframe sandbox src=\"/mail/{mail.Id}/html\" style=\"width:100%;height:34rem;border:1px solid #e3e6eb;border-radius:10px\" title=\"HTML part\"></iframe>"
            : "";
        return Page.Html(mail.Subject, $"""
            <p><a href="/mail">← Inbox</a></p><div class="card"><h1>{Encode(mail.Subject)}</h1>
            <p class="muted">{Encode(mail.From)} → {Encode(string.Join(", ", mail.EnvelopeTo))} · {mail.At:yyyy-MM-dd HH:mm:ss}</p>{html}
            <h2>Text</h2><pre style="white-space:pre-wrap">{Encode(mail.Text)}</pre>
            <details><summary>Headers</summary><pre style="white-space:pre-wrap">{Encode(string.Join("\n", mail.Headers))}</pre></details></div>
            """);
    }

    // The mail's own HTML is shown without scripts, also when somebody opens the frame's address by itself.
    private static IResult Body(string id, HttpContext http, MailBox box)
    {
        if (box.Find(id) is not { } mail) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src * data:; style-src 'unsafe-inline'";
        return Results.Text(mail.Html, "text/html; charset=utf-8");
    }

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
