using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing;

/// <summary>Today's stored rates for one scope: each currency is looked up once, however many prices are converted.</summary>
public sealed class CadRates(IExchangeRates rates)
{
    private readonly Dictionary<string, Outcome<Converted>> _known = [];

    /// <summary>The amount in CAD, unrounded; a problem when no rate is stored.</summary>
    public async Task<Outcome<decimal>> ToCadAsync(Amount amount, CancellationToken cancellationToken)
    {
        if (amount.Currency == "CAD")
            return amount.Value;
        if (!_known.TryGetValue(amount.Currency, out var one))
            _known[amount.Currency] = one = await rates.ToCadAsync(new Amount(1m, amount.Currency), null, cancellationToken);
        return one.Failed(out var problem, out var converted) ? problem : amount.Value * converted.Cad.Amount;
    }
}
