using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Protocol;

namespace Shop.Platform.ConnectorHosting.CommandLine;

/// <summary>Which capability a verb means, and how its answer is printed.</summary>
internal static class ReplayVerbs
{
    public static async Task<Answer<IReadOnlyList<JsonObject>>> RunAsync(
        ReplayRunner runner, ConnectorPackage package, CommandArguments command, HttpAnswer answer, CancellationToken cancellationToken)
    {
        return command.Verb switch
        {
            "read" => Print(
                await Call<Offer>(typeof(IReadOffer), nameof(IReadOffer.ReadDocument), answer.Body, command.Market), offer => [ExtractionJson.Of(offer)]),
            "search" => Print(
                await Call<ISearchOffers.Page>(typeof(ISearchOffers), nameof(ISearchOffers.SearchAsync), command.Value("words", "replay"), 1, command.Market),
                page => page.Offers.Select(ExtractionJson.Of)),
            "freight" => Print(
                await Call<IReadOnlyList<ShippingOption>>(
                    typeof(IQuoteShipping), nameof(IQuoteShipping.QuoteAsync), Line(command), command.Value("province", "ON"), command.Market),
                options => options.Select(ExtractionJson.Of)),
            "order" => Print(
                await Call<SupplierOrder>(typeof(IPlaceOrder), nameof(IPlaceOrder.ReadOrderAsync), command.Value("order", "1")), order => [ExtractionJson.Of(order)]),
            _ => Print(
                await Call<IReadOnlyList<Parcel>>(typeof(ITrackShipment), nameof(ITrackShipment.TrackAsync), command.Value("order", "1"), command.Market),
                parcels => parcels.Select(ExtractionJson.Of)),
        };

        Task<Answer<T>> Call<T>(Type capability, string method, params object?[] arguments) =>
            runner.InvokeAsync<T>(package, command, answer, CapabilityTable.Name(capability, method), arguments, cancellationToken);
    }

    private static OrderRequest.Line Line(CommandArguments command) =>
        new(command.Value("product", "1"), command.Value("variant", "1"), int.Parse(command.Value("quantity", "1"), CultureInfo.InvariantCulture));

    private static Answer<IReadOnlyList<JsonObject>> Print<T>(Answer<T> answer, Func<T, IEnumerable<JsonObject>> print) =>
        answer.Failed(out Fault? fault, out T? value) ? fault : new Answer<IReadOnlyList<JsonObject>> { Value = [.. print(value)] };
}
