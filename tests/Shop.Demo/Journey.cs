using System.Globalization;

namespace Shop.Demo;

/// <summary>The main job from sign-up to delivery, through the product's own HTTP interface, against the sandbox.</summary>
public static class Journey
{
    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        await using var installation = await report.StepAsync("start", async () =>
        {
            var started = await Installation.StartAsync(cancellationToken);
            return (started, string.Create(CultureInfo.InvariantCulture, $"host ready after {started.HostStart.TotalSeconds:0.0} s"));
        });
        try
        {
            using var merchant = new Merchant(installation, report);
            await merchant.OpenStoreAsync(cancellationToken);
            await merchant.ConnectSupplierAsync(cancellationToken);
            await merchant.ResearchAndSourceAsync(products: 25, cancellationToken);
            await merchant.PublishAsync(atLeast: 25, cancellationToken);
            using var shopper = new Shopper(installation, report, merchant.Slug);
            var single = await shopper.BuyAsync("single line", await merchant.PickAsync(stores: 1, cancellationToken), cancellationToken);
            var parcels = await shopper.BuyAsync("two supplier stores", await merchant.PickAsync(stores: 2, cancellationToken), cancellationToken);
            var jumped = await shopper.BuyAsync("price jumps", await merchant.PickAsync(stores: 1, cancellationToken), cancellationToken, pricesJump: true);
            await merchant.DecideAsync(jumped, "refund", cancellationToken);
            await shopper.DeliveredAsync(single, cancellationToken);
            await shopper.DeliveredAsync(parcels, cancellationToken);
            await shopper.CancelledAsync(jumped, cancellationToken);
            await Invariants.CheckAsync(installation, merchant, [single, parcels, jumped], report, cancellationToken);
        }
        catch (DemoFailureException)
        {
            Console.Error.WriteLine(installation.Log("host"));
            throw;
        }
    }
}
