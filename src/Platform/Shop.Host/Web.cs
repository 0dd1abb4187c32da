using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Scalar.AspNetCore;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Host;

/// <summary>What every request passes, whatever part it is for.</summary>
internal static class Web
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration settings)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddLocalization();
        services.AddAntiforgery(options => options.Cookie.Name = "shop-form");
        services.AddProblemDetails();
        services.AddOpenApi();
        services.ConfigureHttpJsonOptions(options => KernelJson.Configure(options.SerializerOptions));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.Configure<ForwardedHeadersOptions>(options => Trust(options, settings));
        services.Configure<RequestLocalizationOptions>(options => options
            .SetDefaultCulture("en-CA").AddSupportedCultures("en-CA", "fr-CA", "en", "fr").AddSupportedUICultures("en-CA", "fr-CA", "en", "fr"));
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = BrokenAsync });
        app.UseStatusCodePages(context => NothingHereAsync(context.HttpContext));
        app.UseRouting();
        app.UseIdentity();
        app.UseTenancy();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapPost("/language", Language.Choose).DisableAntiforgery().OnPlatformHost().AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/language", Language.Choose).DisableAntiforgery().OnAdminHost().AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json").OnAdminHost().AllowAnonymous();
        app.MapScalarApiReference("/api-reference", options => options.WithTitle("Shop API").WithNonce().DisableDefaultFonts()).OnAdminHost().AllowAnonymous();
    }

    // Nobody's forwarded headers count unless the operator names the proxy: otherwise any client could choose its address and host.
    private static void Trust(ForwardedHeadersOptions options, IConfiguration settings)
    {
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in settings.GetSection("Web:TrustedProxies").Get<string[]>() ?? [])
        {
            options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address : throw new StartFailure($"Web:TrustedProxies: '{proxy}' is not an IP address."));
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        }
    }

    private static Task BrokenAsync(HttpContext context)
    {
        // A request Kestrel or model binding refuses is the caller's fault and keeps its status.
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException refused)
            return Results.Problem(refused.Message, statusCode: refused.StatusCode).ExecuteAsync(context);
        return WordsPage.Broken.WriteAsync(context, context.RequestServices.GetRequiredService<HostNames>(), context.TraceIdentifier);
    }

    private static Task NothingHereAsync(HttpContext context) => context.Response.StatusCode == StatusCodes.Status404NotFound
        ? WordsPage.NotFound.WriteAsync(context, context.RequestServices.GetRequiredService<HostNames>())
        : Results.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
}
