namespace Shop.Sandbox.Stripe;

/// <summary>What a test card does. <c>Code</c> null: it pays.</summary>
internal sealed record CardBehaviour(string Number, string? Code, string? DeclineCode, string? Message, bool NeedsAuthentication = false, bool Disputes = false)
{
    public string Last4 => Number[^4..];

    public string Brand => Number[0] switch { '5' or '2' => "mastercard", '3' => "amex", '6' => "discover", _ => "visa" };
}

/// <summary>Stripe's published test numbers and the payment methods that stand for them.</summary>
internal static class TestCards
{
    private const string Declined = "Your card was declined.";

    private static readonly Dictionary<string, CardBehaviour> Special = new CardBehaviour[]
    {
        new("4000000000000002", "card_declined", "generic_decline", Declined),
        new("4000000000009995", "card_declined", "insufficient_funds", "Your card has insufficient funds."),
        new("4000000000009987", "card_declined", "lost_card", Declined),
        new("4000000000000069", "expired_card", null, "Your card has expired."),
        new("4000000000000127", "incorrect_cvc", null, "Your card's security code is incorrect."),
        new("4000000000000119", "processing_error", null, "An error occurred while processing your card. Try again in a little bit."),
        new("4000002500003155", null, null, null, NeedsAuthentication: true),
        new("4000002760003184", null, null, null, NeedsAuthentication: true),
        new("4000000000003220", null, null, null, NeedsAuthentication: true),
        new("4000008400001629", "card_declined", "generic_decline", Declined, NeedsAuthentication: true),
        new("4000000000000259", null, null, null, Disputes: true),
    }.ToDictionary(card => card.Number, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["pm_card_visa"] = "4242424242424242",
        ["pm_card_mastercard"] = "5555555555554444",
        ["pm_card_amex"] = "378282246310005",
        ["pm_card_visa_chargeDeclined"] = "4000000000000002",
        ["pm_card_chargeDeclined"] = "4000000000000002",
        ["pm_card_visa_chargeDeclinedInsufficientFunds"] = "4000000000009995",
        ["pm_card_chargeDeclinedInsufficientFunds"] = "4000000000009995",
        ["pm_card_threeDSecure2Required"] = "4000000000003220",
        ["pm_card_authenticationRequired"] = "4000002760003184",
        ["pm_card_createDispute"] = "4000000000000259",
        ["tok_visa"] = "4242424242424242",
        ["tok_chargeDeclined"] = "4000000000000002",
    };

    public static CardBehaviour Of(string number)
    {
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        if (digits.Length is < 12 or > 19 || !Luhn(digits)) return new CardBehaviour(digits.PadLeft(4, '0'), "incorrect_number", null, "Your card number is incorrect.");
        return Special.GetValueOrDefault(digits) ?? new CardBehaviour(digits, null, null, null);
    }

    public static CardBehaviour? OfMethod(string method) => Methods.TryGetValue(method, out var number) ? Of(number) : null;

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
