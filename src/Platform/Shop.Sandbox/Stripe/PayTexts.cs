namespace Shop.Sandbox.Stripe;

/// <summary>The words of the payment page.</summary>
internal sealed record PayTexts(
    string Language, string Pay, string Email, string Name, string Card, string Expiry, string Cvc, string Shipping, string Total, string Back,
    string Expired, string Done, string BankTitle, string BankText, string Approve, string Fail, string TestMode, string Address, string City,
    string Province, string Postal, string CardInformation, string BadExpiry)
{
    public static readonly PayTexts English = new(
        "en", "Pay", "Email", "Name on card", "Card number", "MM / YY", "CVC", "Shipping", "Total due", "Back to the store",
        "This payment page has expired.", "This order has been paid.", "Confirm it's you", "Your bank asks you to confirm this payment of", "Approve", "Fail",
        "Test mode", "Address", "City", "Province", "Postal code", "Card information", "Your card's expiration date is invalid.");

    public static readonly PayTexts French = new(
        "fr", "Payer", "Courriel", "Nom sur la carte", "Numéro de carte", "MM / AA", "CVC", "Livraison", "Total à payer", "Retour à la boutique",
        "Cette page de paiement a expiré.", "Cette commande a été payée.", "Confirmez votre identité", "Votre banque vous demande de confirmer ce paiement de", "Approuver", "Refuser",
        "Mode test", "Adresse", "Ville", "Province", "Code postal", "Informations de la carte", "La date d’expiration de la carte est invalide.");

    public static PayTexts For(string? locale, HttpRequest? request)
    {
        var wanted = locale is null or "auto" ? request?.Headers.AcceptLanguage.ToString() ?? "" : locale;
        return wanted.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;
    }

    public string Money(long minor, string currency)
    {
        var amount = minor / 100m;
        return Language == "fr"
            ? amount.ToString("N2", System.Globalization.CultureInfo.GetCultureInfo("fr-CA")) + " $ " + currency.ToUpperInvariant()
            : (currency is "cad" ? "CA$" : currency.ToUpperInvariant() + " ") + amount.ToString("N2", System.Globalization.CultureInfo.InvariantCulture);
    }
}
