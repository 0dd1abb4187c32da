using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Is anything still on its way, or open again because a supplier cancelled?</summary>
internal sealed class CheckOpen(CaseFile cases) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        if (@case.Uncovered().Count > 0)
            return new("replan");
        return new(@case.Rows.Any(r => r.UnderWay) ? "open" : "closed");
    }
}
