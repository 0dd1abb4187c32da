using Shop.Sandbox.AliExpress;

namespace Shop.Sandbox.Tests.AliExpress;

public sealed class SignatureTests
{
    [Fact]
    public void Business_call_is_signed_as_the_contract_says()
    {
        var sign = Signature.Of(
            new Dictionary<string, string>
            {
                ["app_key"] = "12345678",
                ["method"] = "aliexpress.ds.product.get",
                ["product_id"] = "1005008177221739",
                ["session"] = "tok",
                ["ship_to_country"] = "CA",
                ["sign_method"] = "sha256",
                ["target_currency"] = "CAD",
                ["target_language"] = "EN",
                ["timestamp"] = "1700000000000",
                ["empty"] = "",
            },
            "helloworld");
        Assert.Equal("CD9E31276B2983E23331DC1133E7F0F2570DF7A19CC83AD193F6D602700E7D92", sign);
    }

    [Fact]
    public void System_call_is_signed_with_its_path_in_front()
    {
        var sign = Signature.Of(
            new Dictionary<string, string> { ["app_key"] = "12345678", ["code"] = "3_500102_abc", ["sign_method"] = "sha256", ["timestamp"] = "1700000000000" },
            "helloworld",
            "/auth/token/create");
        Assert.Equal("EF0E30B2B6002D52E65A95D42803B98A1CD5BFB6DEC3FCF5F1EC62F0903AE10D", sign);
    }
}
