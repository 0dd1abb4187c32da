using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Token answers. The tokens in them are already replaced by templates, and the account's e-mail address is not read.</summary>
internal static class AccountMapping
{
    public static Answer<IConnectAccount.Account> Account(Document document, DateTimeOffset at)
    {
        if (AliExpressMapping.Refused(document.Root) is { } fault) return fault;
        var body = AliExpressMapping.Unwrap(document.Root);
        body.Need(AliExpressClient.AccessToken).NeedWords();
        body.Need(AliExpressClient.RefreshToken).NeedWords();
        return document.Trouble.Or(new IConnectAccount.Account(Name(body))
        {
            AccessUntil = Until(body["expire_time"], body["expires_in"], at),
            RefreshUntil = Until(body["refresh_token_valid_time"], body["refresh_expires_in"], at),
        });
    }

    /// <summary>The nick name; some accounts have an e-mail address there, which is not passed on.</summary>
    private static string Name(Node body)
    {
        var nick = body["user_nick"].Words();
        if (nick is not null && !nick.Contains('@', StringComparison.Ordinal)) return nick;
        return $"AliExpress account {body["user_id"].Words() ?? body["seller_id"].Words()}".TrimEnd();
    }

    private static DateTimeOffset? Until(Node absolute, Node seconds, DateTimeOffset at) =>
        absolute.Milliseconds() ?? (seconds.Whole() is { } life and > 0 and < 4_000_000_000 ? at.AddSeconds(life) : null);
}
