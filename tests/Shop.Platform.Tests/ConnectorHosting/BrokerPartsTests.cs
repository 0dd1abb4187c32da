using System.Net;
using CsCheck;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;

namespace Shop.Platform.Tests.ConnectorHosting;

public sealed class BrokerPartsTests
{
    private static readonly string[] Pieces = ["{secret:a}", "{", "}", "{{", "secret:", "{secret:", "a"];
    private static readonly Dictionary<string, string> Secrets = new() { ["a"] = "AAA", ["nested"] = "{secret:a}" };

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{secret:a}", "AAA")]
    [InlineData("x{secret:a}y{secret:a}z", "xAAAyAAAz")]
    [InlineData("{{secret:a}", "{secret:a}")]
    [InlineData("{{{secret:a}", "{{secret:a}")]
    [InlineData("{secret:a", "{secret:a")]
    [InlineData("{secret:nested}", "{secret:a}")]
    [InlineData("{}{secret:a}{}", "{}AAA{}")]
    public void Templates_are_filled_in_one_pass(string template, string expected) =>
        Assert.Equal((expected, null), SecretTemplate.Fill(template, Secrets));

    [Fact]
    public void A_missing_secret_is_named() => Assert.Equal((null, "b"), SecretTemplate.Fill("{secret:a}{secret:b}", Secrets));

    [Fact]
    public void Literal_text_passes_through_unchanged_whatever_it_holds() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])).List[0, 8].Select(string.Concat).Sample(
            text => Assert.Equal(text, SecretTemplate.Fill(HttpCall.Literal(text), Secrets).Text));

    [Theory]
    [InlineData("HMAC-SHA256", "F7BC83F430538424B13298E6AA6FB143EF4D59A14946175997479DBC2D1A3CD8")]
    [InlineData("HMAC-SHA1", "DE7C9B85B8B78AA6BC8A7A36F70A90701C9DB4D9")]
    [InlineData("HMAC-MD5", "80070713463E7749B90C2DC24911E275")]
    public void Signatures_match_the_published_vectors(string algorithm, string published) =>
        Assert.Equal(published, Signer.Sign(algorithm, "key", "The quick brown fox jumps over the lazy dog"));

    [Fact]
    public void An_unknown_algorithm_signs_nothing() => Assert.Null(Signer.Sign("HMAC-SHA512", "key", "text"));

    [Fact]
    public void Kept_secrets_leave_the_answer_at_any_depth()
    {
        const string body = """{"r":{"access_token":"T1","list":[{"refresh":12345}],"name":"é","big":12345678901234567890}}""";

        (string Body, IReadOnlyDictionary<string, string> Secrets) taken =
            KeptSecrets.Take(body, new Dictionary<string, string> { ["access_token"] = "access", ["refresh"] = "renew" })!.Value;

        Assert.Equal("""{"r":{"access_token":"{secret:access}","list":[{"refresh":"{secret:renew}"}],"name":"é","big":12345678901234567890}}""", taken.Body);
        Assert.Equal(new Dictionary<string, string> { ["access"] = "T1", ["renew"] = "12345" }, taken.Secrets);
    }

    [Fact]
    public void An_answer_that_is_not_json_keeps_nothing() => Assert.Null(KeptSecrets.Take("<html>", new Dictionary<string, string> { ["a"] = "b" }));

    [Theory]
    [InlineData("abc\"def/gh+i")]
    [InlineData("0123456789")]
    public void Scrubbing_finds_secrets_in_their_encodings(string secret)
    {
        Dictionary<string, string> secrets = new() { ["s"] = secret };
        string text = $"{secret} {Uri.EscapeDataString(secret)} {System.Text.Json.JsonSerializer.Serialize(secret)} {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret))}";

        Assert.Equal("{secret:s} {secret:s} \"{secret:s}\" {secret:s}", Scrubber.Scrub(text, secrets));
    }

    [Fact]
    public void A_log_line_stays_one_line() => Assert.Equal("a\\u000ab\\u001b[31m\\u2028c", Scrubber.Line("a\nb\u001b[31m\u2028c", Secrets));

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1")]
    [InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("0.0.0.0"), InlineData("224.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("198.18.0.1"), InlineData("192.0.2.1"), InlineData("203.0.113.9"), InlineData("::1"), InlineData("::"), InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("64:ff9b:1::1"), InlineData("fc00::1"), InlineData("fd12::1"), InlineData("fe80::1")]
    [InlineData("ff02::1"), InlineData("2002:7f00:1::"), InlineData("2001::1"), InlineData("2001:db8::1"), InlineData("fec0::1"), InlineData("::127.0.0.1")]
    public void Addresses_inside_are_not_public(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("47.246.101.1"), InlineData("172.15.0.1"), InlineData("172.32.0.1"), InlineData("2606:4700::1"), InlineData("::ffff:8.8.8.8")]
    public void Addresses_outside_are_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("/a/b", "https://api.sample.example/base/a/b?q=1%202")]
    [InlineData("/a%2Fb", "https://api.sample.example/base/a%2Fb?q=1%202")]
    [InlineData("a", null), InlineData("//evil.example/", null), InlineData("/../x", null), InlineData("/a/../../x", null), InlineData("/%2e%2e/x", null)]
    [InlineData("/a?b=c", null), InlineData("/a#b", null), InlineData("/\\evil.example", null), InlineData("@evil.example/", null), InlineData("/a\r\nHost: x", null)]
    public void A_path_stays_below_its_endpoint(string path, string? expected)
    {
        ResolvedEndpoint endpoint = new("api", new Uri("https://api.sample.example/base/"), false, TimeSpan.Zero);

        Assert.Equal(expected, EndpointMap.Join(endpoint, path, [new("q", "1 2")])?.AbsoluteUri);
    }
}
