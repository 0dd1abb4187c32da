using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing;

/// <summary>Shows what settings would make of the live catalogue. Changes nothing.</summary>
public sealed class PreviewPriceRule(ShopDb db, PriceRules rules)
{
    public async Task<Outcome<RulePreview>> RunAsync(RuleSettings settings, CancellationToken cancellationToken) =>
        settings.Check() is { } problem ? problem : Repricing.Preview(await new Repricing(db).LoadAsync(cancellationToken), settings);

    internal static async Task<IResult> HandleAsync(RuleSettings settings, PreviewPriceRule useCase, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(settings, cancellationToken)).ToHttp();

    internal static async Task<Ok<RuleSheet>> HandleCurrentAsync(PreviewPriceRule useCase, CancellationToken cancellationToken) =>
        TypedResults.Ok(await useCase.SheetAsync(cancellationToken));

    /// <summary>The rule in force and the versions before it.</summary>
    public async Task<RuleSheet> SheetAsync(CancellationToken cancellationToken)
    {
        var history = await rules.HistoryAsync(cancellationToken);
        var current = await rules.CurrentAsync(cancellationToken);
        return new RuleSheet(current.Version, current.Settings, [.. history.Select(r => new RuleVersion(r.Version, r.AppliedAt, r.Actor, r.Note, r.Settings))]);
    }
}

public sealed record RuleSheet(int Version, RuleSettings Settings, IReadOnlyList<RuleVersion> History);

public sealed record RuleVersion(int Version, DateTimeOffset AppliedAt, string Actor, string? Note, RuleSettings Settings);
