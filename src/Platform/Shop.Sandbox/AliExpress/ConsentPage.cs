using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Shop.Sandbox.AliExpress;

/// <summary>The page on which the owner of a buyer account lets an application in.</summary>
internal static class ConsentPage
{
    public static IResult Show(HttpRequest request, IOptions<SandboxOptions> options)
    {
        var query = request.Query;
        string? problem = query["response_type"] != "code" ? "response_type must be code"
            : query["client_id"] != options.Value.AliExpress.AppKey ? "The application (client_id) is not known"
            : !Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out _) ? "redirect_uri must be an absolute address"
            : null;
        return problem is null ? Page.Html("Authorise application", Form(request)) : Page.Html("Authorisation failed", $"<p>{problem}.</p>", 400);
    }

    public static async Task<IResult> DecideAsync(HttpRequest request, TokenDesk tokens, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var answer = new Dictionary<string, string?> { ["state"] = form["state"] };
        if (form["decision"] == "allow") answer["code"] = tokens.IssueCode(form["account"].ToString());
        else answer["error"] = "access_denied";
        return Results.Redirect(QueryHelpers.AddQueryString(form["redirect_uri"].ToString(), answer.Where(pair => !string.IsNullOrEmpty(pair.Value))));
    }

    private static string Form(HttpRequest request) => $"""
        <div class="card narrow">
          <h1>Authorise <em>{Encode(request.Query["client_id"])}</em></h1>
          <p>The application asks to search products, place orders and follow parcels with your buyer account.</p>
          <form method="post" action="{request.PathBase}{request.Path}">
            <input type="hidden" name="redirect_uri" value="{Encode(request.Query["redirect_uri"])}">
            <input type="hidden" name="state" value="{Encode(request.Query["state"])}">
            <label>Buyer account <input type="email" name="account" value="buyer@example.com" required></label>
            <p class="row"><button name="decision" value="allow">Authorise</button> <button class="quiet" name="decision" value="deny" formnovalidate>Cancel</button></p>
          </form>
        </div>
        """;

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
