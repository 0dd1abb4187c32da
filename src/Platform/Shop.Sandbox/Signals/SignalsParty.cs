using Shop.Sandbox.Faults;

namespace Shop.Sandbox.Signals;

/// <summary>The public sources of market signals; all of them tell about the same hidden demand.</summary>
public static class SignalsParty
{
    public static IServiceCollection AddSignals(this IServiceCollection services) => services
        .AddSingleton<BankOfCanada>()
        .AddSingleton<GoogleTrends>()
        .AddSingleton<AmazonBestSellers>()
        .AddSingleton<Reddit>()
        .AddSingleton<StatisticsCanada>();

    public static void MapSignals(this IEndpointRouteBuilder routes)
    {
        BankOfCanada.Map(Source(routes, "bank-of-canada", "/valet", 503));
        GoogleTrends.Map(Source(routes, "google-trends", "/trends", 429));
        AmazonBestSellers.Map(Source(routes, "amazon-ca", "", 503));
        Reddit.Map(Source(routes, "reddit", "", 429));
        StatisticsCanada.Map(Source(routes, "statcan", "/t1", 409));
    }

    // Every source can be slow, broken or tired of its caller; the party of its faults is its own name.
    private static RouteGroupBuilder Source(IEndpointRouteBuilder routes, string party, string path, int tired)
    {
        var group = routes.MapGroup($"/signals/{party}{path}");
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var faults = http.RequestServices.GetRequiredService<FaultBoard>();
            await FaultGate.DelayAsync(http, party, http.Request.Path, http.RequestAborted);
            if (faults.Take(party, http.Request.Path, FaultKinds.RateLimit) is not null) return Tired(http, tired);
            if (faults.Take(party, http.Request.Path, FaultKinds.Error500) is not null) return Results.StatusCode(500);
            return await next(context);
        });
        return group;
    }

    private static IResult Tired(HttpContext http, int status)
    {
        http.Response.Headers.RetryAfter = "60";
        return Results.Text("<html><title>Error</title><body>Please try your request again later.</body></html>", "text/html", statusCode: status);
    }
}
