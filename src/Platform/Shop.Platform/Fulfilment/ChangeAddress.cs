using System.Text.Json.Nodes;
using Shop.Platform.Ordering;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Takes over the address a person corrected.</summary>
internal sealed class ChangeAddress(CaseFile cases, IOrders orders) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        var answer = (JsonObject)context.Data["plan"]!;
        string Field(string name, string now) => ((string?)answer[name])?.Trim() is { Length: > 0 } given ? given : now;
        var old = @case.Order.ShipTo;
        var corrected = old with
        {
            Name = Field("name", old.Name),
            Line1 = Field("line1", old.Line1),
            City = Field("city", old.City),
            PostalCode = Field("postalCode", old.PostalCode).ToUpperInvariant(),
            Phone = Field("phone", old.Phone),
        };
        return (await orders.ChangeAddressAsync(@case.Order.Id, corrected, cancellationToken)).Failed(out var problem, out _)
            ? new("failed", problem.Message) : ActivityResult.Done();
    }
}
