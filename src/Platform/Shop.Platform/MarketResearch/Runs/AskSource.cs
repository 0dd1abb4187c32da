using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Asks one question of one source. Whatever happens becomes a reading: a failure is missing evidence, not an end.</summary>
internal sealed class AskSource(IConnectors connectors, LandOffer land, IIdSource ids, TimeProvider time)
{
    private const int OffersKept = 40;

    public async Task<ResearchReading> RunAsync(Id<ResearchRun> run, Question question, SearchPayload? search, CancellationToken cancellationToken) => question.Kind switch
    {
        ReadingKind.Signals => Reading(run, question, await connectors.ReadSignalsAsync(question.Source, question.Subject, Market.Canada, cancellationToken)),
        ReadingKind.Search => Reading(run, question, await SearchAsync(question, cancellationToken)),
        ReadingKind.Landed => Reading(run, question, await land.RunAsync(question.Source, question.Subject, search, cancellationToken)),
        _ => throw new InvalidOperationException($"Unknown kind {question.Kind}."),
    };

    public ResearchReading Missing(Id<ResearchRun> run, Question question, string fault, string message) => new()
    {
        Id = ids.New<ResearchReading>(),
        RunId = run,
        Kind = question.Kind,
        Source = question.Source,
        Subject = question.Subject,
        ObservedAt = time.GetUtcNow(),
        Fault = fault,
        FaultMessage = message,
    };

    /// <summary>The same answer in another run, with the time it was really observed.</summary>
    public ResearchReading Again(Id<ResearchRun> run, ResearchReading earlier) => new()
    {
        Id = ids.New<ResearchReading>(),
        RunId = run,
        Kind = earlier.Kind,
        Source = earlier.Source,
        Subject = earlier.Subject,
        ObservedAt = earlier.ObservedAt,
        Payload = earlier.Payload,
    };

    private ResearchReading Reading<T>(Id<ResearchRun> run, Question question, Answer<T> answer) =>
        answer.Failed(out var fault, out var value) ? Missing(run, question, fault.Kind.ToString(), fault.Message) : new ResearchReading
        {
            Id = ids.New<ResearchReading>(),
            RunId = run,
            Kind = question.Kind,
            Source = question.Source,
            Subject = question.Subject,
            ObservedAt = time.GetUtcNow(),
            Payload = Json.Write(value),
        };

    private async Task<Answer<SearchPayload>> SearchAsync(Question question, CancellationToken cancellationToken)
    {
        var answer = await connectors.SearchAsync(question.Source, question.Subject, 1, Market.Canada, cancellationToken);
        if (answer.Failed(out var fault, out var page))
            return fault;
        return new SearchPayload(page.Total ?? (page.More == false ? page.Offers.Count : null),
            [.. page.Offers.Take(OffersKept).Select(o => new FoundOffer(o.ProductId, o.Title, o.Price, o.Url, Cheapest(o.Shipping)))]);
    }

    private static Amount? Cheapest(IReadOnlyList<ShippingOption> options) => LandOffer.Cheapest(options)?.Fee;
}
