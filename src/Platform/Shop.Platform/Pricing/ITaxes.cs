using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing;

/// <summary>Canadian sales taxes by province and date: each tax summed over the order and rounded once (Revenu Québec's rule).</summary>
public interface ITaxes
{
    /// <summary>Taxes on net amounts delivered to a province, at the day they become payable.</summary>
    TaxResult Calculate(string province, DateOnly date, IReadOnlyList<TaxableLine> lines);
}

/// <param name="Category"><c>general</c>, <c>shipping</c> or <c>childrens_clothing</c>.</param>
public sealed record TaxableLine(string Category, Money Net);

/// <param name="Kind"><c>GST</c>, <c>HST</c>, <c>PST</c>, <c>RST</c> or <c>QST</c>; never one combined rate.</param>
/// <param name="Rate">In percent, for example 9.975.</param>
public sealed record TaxLine(string Kind, string LabelEn, string LabelFr, decimal Rate, Money Amount);

public sealed record TaxResult(Money Net, IReadOnlyList<TaxLine> Taxes)
{
    public Money Total => Taxes.Aggregate(Net, (sum, tax) => sum + tax.Amount);
}
