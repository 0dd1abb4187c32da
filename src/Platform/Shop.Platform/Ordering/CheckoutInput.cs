using System.Net.Mail;
using System.Security.Cryptography;
using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>What a guest types at checkout, as typed.</summary>
public sealed record CheckoutInput
{
    public string? Email { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Line1 { get; init; }
    public string? Line2 { get; init; }
    public string? City { get; init; }
    public string? Province { get; init; }
    public string? PostalCode { get; init; }
    public bool AcceptTerms { get; init; }

    /// <summary>Consent to promotional mail (CASL): never ticked beforehand.</summary>
    public bool Marketing { get; init; }

    /// <summary>The shopper was asked about a postal code of another province and says it is right.</summary>
    public bool ConfirmPostalCode { get; init; }

    /// <summary>The total the shopper saw. An order at another total is refused with the new one. Null trusts any total.</summary>
    public decimal? ExpectedTotal { get; init; }

    /// <summary>The input in its usual form, or every field that is wrong, in the shopper's language.</summary>
    public Outcome<CheckoutInput> Check(string language)
    {
        var clean = Cleaned();
        var wrong = clean.WrongFields(new OrderingText(language)).ToDictionary();
        if (wrong.Count > 0)
            return new Problem(ProblemKind.Invalid, "checkout.fields", new OrderingText(language).CheckFields) { Fields = wrong };
        var province = Pricing.Tax.Province.Find(clean.Province)!;
        if (!ConfirmPostalCode && Pricing.Tax.PostalCode.TryParse(clean.PostalCode, out var code) && !province.Expects(code))
        {
            var question = new OrderingText(language).PostalQuestion(code.Value, province.Name(language));
            return new Problem(ProblemKind.Invalid, "checkout.postal-question", question) { Fields = new Dictionary<string, string> { ["postalCode"] = question } };
        }
        return clean;
    }

    internal string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, KernelJson.Options)));

    private CheckoutInput Cleaned() => this with
    {
        Email = Email?.Trim().ToLowerInvariant(),
        Name = Name?.Trim(),
        Phone = Digits(Phone),
        Line1 = Line1?.Trim(),
        Line2 = string.IsNullOrWhiteSpace(Line2) ? null : Line2.Trim(),
        City = City?.Trim(),
        Province = Province?.Trim().ToUpperInvariant(),
        PostalCode = Pricing.Tax.PostalCode.TryParse(PostalCode, out var code) ? code.Value : PostalCode,
    };

    private static string Digits(string? phone)
    {
        var digits = new string([.. (phone ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length == 10 ? "+1" + digits : digits is { Length: 11 } && digits[0] == '1' ? "+" + digits : digits;
    }

    private IEnumerable<KeyValuePair<string, string>> WrongFields(OrderingText text)
    {
        if (!IsEmail(Email))
            yield return new("email", text.Email);
        if (Length(Name, 2, 80, text.Name, text) is { } name)
            yield return new("name", name);
        if (Length(Line1, 3, 100, text.Line1, text) is { } line1)
            yield return new("line1", line1);
        if (Line2?.Length > 100)
            yield return new("line2", text.TooLong);
        if (Length(City, 2, 60, text.City, text) is { } city)
            yield return new("city", city);
        if (Pricing.Tax.Province.Find(Province) is null)
            yield return new("province", text.Province);
        if (!Pricing.Tax.PostalCode.TryParse(PostalCode, out _))
            yield return new("postalCode", text.PostalCode);
        if (Phone is not { Length: 12 } || Phone[2] is '0' or '1')
            yield return new("phone", text.Phone);
        if (!AcceptTerms)
            yield return new("acceptTerms", text.Terms);
    }

    private static string? Length(string? value, int least, int most, string missing, OrderingText text) =>
        (value?.Length ?? 0) < least || value!.Any(char.IsControl) ? missing : value!.Length > most ? text.TooLong : null;

    private static bool IsEmail(string? email) =>
        email is { Length: > 5 and <= 254 } && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.');
}
