using Shop.Platform.Identity;
using Shop.Platform.Kernel;

namespace Shop.Host;

internal sealed record DemoLogins(string Slug, string Merchant, string Operator, string Password);

/// <summary>With <c>Demo:Seed=true</c>: an operator and one merchant, made by the same use cases real ones are made by.</summary>
internal static class DemoSeed
{
    public static async Task<DemoLogins?> RunAsync(IServiceProvider services, IConfiguration settings)
    {
        if (!settings.GetValue("Demo:Seed", false))
            return null;
        var demo = new DemoLogins("demo", "demo@shop.example", "operator@shop.example", settings["Demo:Password"] ?? "maple harbour lantern");
        await using var scope = services.CreateAsyncScope();
        Check(await scope.ServiceProvider.GetRequiredService<CreateOperator>().RunAsync(demo.Operator, demo.Password));
        var opened = await scope.ServiceProvider.GetRequiredService<SignUpMerchant>()
            .RunAsync(new("Maple & Main", demo.Slug, demo.Merchant, demo.Password, "en", "ON"), CancellationToken.None);
        // A second start finds the store there; that is the one fault that is none.
        if (opened.Failed(out var problem, out _) && !problem.Fields.ContainsKey("slug"))
            Check<SignedUp>(problem);
        return demo;
    }

    private static void Check<T>(Outcome<T> outcome)
    {
        if (outcome.Failed(out var problem, out _))
            throw new StartFailure($"The demo data could not be made: {problem.Message} {string.Join(" ", problem.Fields.Values)}");
    }
}
