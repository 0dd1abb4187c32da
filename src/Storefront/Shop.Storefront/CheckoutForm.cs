using System.Globalization;
using Shop.Platform.Ordering;

namespace Shop.Storefront;

/// <summary>The checkout form as posted. Everything is kept as typed, so that a wrong field costs nothing else.</summary>
public sealed class CheckoutForm
{
    public string? Email { get; set; }
    public string? Name { get; set; }
    public string? Phone { get; set; }
    public string? Line1 { get; set; }
    public string? Line2 { get; set; }
    public string? City { get; set; }
    public string? Province { get; set; }
    public string? PostalCode { get; set; }
    public bool AcceptTerms { get; set; }
    public bool Marketing { get; set; }
    public bool ConfirmPostalCode { get; set; }

    /// <summary>One per form shown: a double click is one order.</summary>
    public string? Key { get; set; }

    /// <summary>The total shown, in cents.</summary>
    public string? SeenTotal { get; set; }

    /// <summary><c>pay</c> or <c>review</c>: the button pressed.</summary>
    public string? Step { get; set; }

    public CheckoutInput ToInput() => new()
    {
        Email = Email,
        Name = Name,
        Phone = Phone,
        Line1 = Line1,
        Line2 = Line2,
        City = City,
        Province = Province,
        PostalCode = PostalCode,
        AcceptTerms = AcceptTerms,
        Marketing = Marketing,
        ConfirmPostalCode = ConfirmPostalCode,
        ExpectedTotal = long.TryParse(SeenTotal, NumberStyles.None, CultureInfo.InvariantCulture, out var cents) ? cents / 100m : -1m,
    };
}
