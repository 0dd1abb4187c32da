using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Sourcing;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Makes the offer a person chose the source of the variant; the order is then quoted anew.</summary>
internal sealed class SwitchOffer(ISupply supply) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var answer = (JsonObject)context.Data["plan"]!;
        var variant = Id<Variant>.Parse((string)answer["variant"]!, CultureInfo.InvariantCulture);
        var used = await supply.UseAsync(
            variant, (string)answer["connectorId"]!, (string)answer["productId"]!, (string)answer["supplierVariantId"]!, (string)answer["by"]!, cancellationToken);
        return used.Failed(out var problem, out _) ? new("failed", problem.Message) : ActivityResult.Done();
    }
}
