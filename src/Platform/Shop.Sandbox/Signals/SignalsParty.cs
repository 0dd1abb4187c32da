namespace Shop.Sandbox.Signals;

/// <summary>The public sources of market signals; all of them tell about the same hidden demand.</summary>
public static class SignalsParty
{
    public const string Party = "signals";

    public static IServiceCollection AddSignals(this IServiceCollection services) => services
        .AddSingleton<BankOfCanada>();

    public static void MapSignals(this IEndpointRouteBuilder routes)
    {
        var signals = routes.MapGroup("/signals");
        BankOfCanada.Map(signals.MapGroup("/bank-of-canada/valet"));
    }
}
