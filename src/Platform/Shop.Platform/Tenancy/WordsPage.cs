using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Shop.Platform.Tenancy;

/// <summary>A plain page in the reader's language for requests that have no site behind them; problem details for programs.</summary>
public sealed record WordsPage(int Status, string Title, string Text, string TitleFr, string TextFr)
{
    internal static WordsPage NoStore { get; } = new(
        StatusCodes.Status404NotFound, "There is no store at this address", "Check the spelling of the address. The store may also have moved or closed.",
        "Aucune boutique à cette adresse", "Vérifiez l’orthographe de l’adresse. La boutique a peut-être déménagé ou fermé.");

    internal static WordsPage StoreClosed { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "This store is closed for the moment", "Orders already placed are still looked after. Please try again later.",
        "Cette boutique est fermée pour le moment", "Les commandes déjà passées restent suivies. Veuillez réessayer plus tard.");

    public static WordsPage NotFound { get; } = new(
        StatusCodes.Status404NotFound, "There is no page here", "The link may be old or mistyped.",
        "Il n’y a pas de page ici", "Le lien est peut-être ancien ou mal saisi.");

    public static WordsPage Broken { get; } = new(
        StatusCodes.Status500InternalServerError, "Something went wrong on our side", "Nothing you entered was wrong. Try again; if it happens again, tell us the number below.",
        "Une erreur s’est produite de notre côté", "Ce que vous avez saisi n’est pas en cause. Réessayez; si le problème persiste, donnez-nous le numéro ci-dessous.");

    public async Task WriteAsync(HttpContext context, HostNames hosts, string? reference = null)
    {
        context.Response.StatusCode = Status;
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)))
        {
            await Results.Problem(title: Title, detail: Text, statusCode: Status, extensions: reference is null ? null : new Dictionary<string, object?> { ["reference"] = reference })
                .ExecuteAsync(context);
            return;
        }
        var french = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Html(french, hosts.PlatformUrl, reference), context.RequestAborted);
    }

    private string Html(bool french, Uri platform, string? reference)
    {
        var title = WebUtility.HtmlEncode(french ? TitleFr : Title);
        var text = WebUtility.HtmlEncode(french ? TextFr : Text);
        return $"""
            <!doctype html><html lang="{(french ? "fr" : "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex"><title>{title}</title><style>{Look}</style></head>
            <body><main><h1>{title}</h1><p>{text}</p><p><code>{WebUtility.HtmlEncode(reference)}</code></p><p><a href="{platform}">Shop</a></p></main></body></html>
            """;
    }

    private const string Look = """
        body{font:17px/1.6 system-ui,sans-serif;color:#16241f;background:#f6f4ee;display:grid;place-items:center;min-height:100vh;margin:0}
        main{max-width:32rem;padding:2rem}h1{font-size:1.7rem;line-height:1.2}a{color:#0f6b4f}code{color:#5b6b64}
        @media(prefers-color-scheme:dark){body{background:#111715;color:#e8ece9}a{color:#6fd1ac}}
        """;
}
