using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing;

/// <summary>Stored Bank of Canada daily rates. The same for every tenant.</summary>
public interface IExchangeRates
{
    /// <summary>Canadian dollars for an amount at the last rate on or before a day, unrounded; a problem when no rate is stored.</summary>
    /// <param name="day">Null for today.</param>
    Task<Outcome<Converted>> ToCadAsync(Amount amount, DateOnly? day, CancellationToken cancellationToken);
}

/// <param name="RateDay">The day the rate was published: a weekend uses Friday's.</param>
public sealed record Converted(Money Cad, decimal Rate, DateOnly RateDay);
