using Scalar.AspNetCore;
using Shop.Platform.Tenancy;

namespace Shop.Host;

/// <summary>
/// Headers of every answer. Scripts come from our own origin only, never inline (the API reference page excepted, by a nonce of its own).
/// Styles may be inline: MudBlazor positions its pop-overs with style attributes.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, HostNames hosts, IConfiguration settings)
{
    // Where forms lead after a redirect: browsers check the payment page against form-action too.
    private readonly string _formTargets = string.Join(' ', settings.GetSection("Web:FormTargets").Get<string[]>() ?? []);
    private readonly string _imageSources = string.Join(' ', settings.GetSection("Web:ImageSources").Get<string[]>() ?? []);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        var kind = hosts.Read(context.Request.Host).Kind;
        var nonce = context.Items[ScalarOptions.NonceHttpContextItemKey] is string value ? $" 'nonce-{value}'" : "";
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self'{nonce}; style-src 'self' 'unsafe-inline'; img-src 'self' data:{Images(kind)}; font-src 'self' data:; " +
            $"connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'{(kind == HostKind.Store ? " " + _formTargets : "")}";
    }

    // The merchant sees the stores' pictures, and suppliers' before they are imported; shoppers see their own store's only.
    private string Images(HostKind kind) =>
        kind == HostKind.Admin ? $" blob: https: {hosts.PlatformUrl.Scheme}://*.{hosts.PlatformUrl.Authority} {_imageSources}" : "";
}
