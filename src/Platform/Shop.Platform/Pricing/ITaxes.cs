using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing;

/// <summary>Canadian sales taxes by province and date: each tax summed over the order and rounded once (Revenu Québec's rule).</summary>
public interface ITaxes
{
    /// <summary>Taxes on net amounts delivered to a province, at the day they become payable.</summary>
    /// <exception cref="ArgumentException">Not a Canadian province, or a day before the stored rates begin.</exception>
    TaxResult Calculate(string province, DateOnly date, IReadOnlyList<TaxableLine> lines);

    /// <summary>
    /// The same where the amounts are what the shopper pays, taxes included: each tax is taken from the unrounded net and rounded, and the net is
    /// the price minus the taxes, so that it adds up.
    /// </summary>
    /// <exception cref="ArgumentException">Not a Canadian province, or a day before the stored rates begin.</exception>
    TaxResult CalculateIncluded(string province, DateOnly date, IReadOnlyList<TaxableLine> lines);
}

/// <param name="Category"><c>general</c>, <c>shipping</c> or <c>childrens_clothing</c>; an unknown one is taxed as general.</param>
/// <param name="Net">For all pieces together.</param>
public sealed record TaxableLine(string Category, Money Net)
{
    /// <summary>Pieces in the line: Manitoba's limit for children's clothing is per piece. 1 unless told.</summary>
    public int Quantity { get; init; } = 1;
}

/// <param name="Kind"><c>GST</c>, <c>HST</c>, <c>PST</c>, <c>RST</c> or <c>QST</c>; never one combined rate.</param>
/// <param name="Rate">In percent, for example 9.975.</param>
public sealed record TaxLine(string Kind, string LabelEn, string LabelFr, decimal Rate, Money Amount);

public sealed record TaxResult(Money Net, IReadOnlyList<TaxLine> Taxes)
{
    public Money Total => Taxes.Aggregate(Net, (sum, tax) => sum + tax.Amount);
}
