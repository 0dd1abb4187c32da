using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>Codes and tokens of the OAuth consent. A code lives three minutes and works once; tokens survive a restart.</summary>
internal sealed class TokenDesk
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Code> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> grants = new(StringComparer.Ordinal);
    private readonly AliExpressOptions options;
    private readonly JournalFile journal;
    private readonly TimeProvider time;

    public TokenDesk(IOptions<SandboxOptions> options, RecordFolder records, TimeProvider time)
    {
        this.options = options.Value.AliExpress;
        this.time = time;
        journal = records.File("aliexpress-tokens");
        foreach (var grant in journal.ReadAll()) grants[grant["access_token"].Text()!] = grant;
    }

    public string IssueCode(string account)
    {
        var code = $"3_{RandomNumberGenerator.GetInt32(500000, 599999)}_{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
        lock (gate) codes[code] = new Code(account, time.GetUtcNow().AddMinutes(3));
        return code;
    }

    public JsonObject Create(string code)
    {
        lock (gate)
        {
            if (!codes.Remove(code, out var issued) || issued.Expires < time.GetUtcNow())
                throw new ApiRefusalException("InvalidCode", "Invalid authorization code");
            return Grant(issued.Account);
        }
    }

    public JsonObject Refresh(string refreshToken)
    {
        lock (gate)
        {
            var old = grants.Values.LastOrDefault(grant => grant["refresh_token"].Text() == refreshToken);
            if (old is null || old["refresh_token_valid_time"].Long() < Now())
                throw new ApiRefusalException("IllegalRefreshToken", "The specified refresh token is invalid or expired");
            return Grant(old["account"].Text() ?? "");
        }
    }

    public bool IsValid(string? session)
    {
        if (session is null) return false;
        if (session == options.Session) return true;
        lock (gate) return grants.TryGetValue(session, out var grant) && grant["expire_time"].Long() > Now();
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private JsonObject Grant(string account)
    {
        var grant = new JsonObject
        {
            ["access_token"] = "5000" + RandomNumberGenerator.GetHexString(44, lowercase: true),
            ["refresh_token"] = "5001" + RandomNumberGenerator.GetHexString(44, lowercase: true),
            ["expires_in"] = options.AccessTokenSeconds,
            ["refresh_expires_in"] = options.RefreshTokenSeconds,
            ["expire_time"] = Now() + (options.AccessTokenSeconds * 1000L),
            ["refresh_token_valid_time"] = Now() + (options.RefreshTokenSeconds * 1000L),
            ["user_id"] = "6000000001",
            ["seller_id"] = "6000000001",
            ["havana_id"] = "999000000001",
            ["user_nick"] = "ca6000000001buyer",
            ["account"] = account,
            ["account_platform"] = "buyerApp",
            ["locale"] = "zh_CN",
            ["sp"] = "ae",
            ["code"] = "0",
        };
        grants[grant["access_token"].Text()!] = grant;
        journal.Append(grant);
        return grant.Copy();
    }

    private sealed record Code(string Account, DateTimeOffset Expires);
}
