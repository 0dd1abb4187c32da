using System.Globalization;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing.Fx;

/// <summary>Asks the Bank of Canada. All failures of the network come back as a problem.</summary>
internal sealed class BankOfCanada(IHttpClientFactory clients, IOptions<FxOptions> options)
{
    internal const string Client = "bank-of-canada";

    public async Task<Outcome<IReadOnlyList<PublishedRate>>> ReadAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var start = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var address = new Uri($"{options.Value.BaseUrl.TrimEnd('/')}/observations/group/FX_RATES_DAILY/json?start_date={start}");
        try
        {
            using var response = await clients.CreateClient(Client).GetAsync(address, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return Problem.Unavailable("fx.refused", $"The Bank of Canada answered with status {(int)response.StatusCode}.");
            return PublishedRates.Read(await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            return Problem.Unavailable("fx.unreachable", $"The Bank of Canada cannot be reached: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Problem.Unavailable("fx.timeout", "The Bank of Canada did not answer in time.");
        }
    }
}
