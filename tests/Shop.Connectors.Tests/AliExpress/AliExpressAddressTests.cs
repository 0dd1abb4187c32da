using Shop.Connectors.AliExpress;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressAddressTests
{
    [Theory]
    [InlineData("https://www.aliexpress.com/item/1005008177221739.html", "1005008177221739")]
    [InlineData("https://www.aliexpress.us/item/3256807990906987.html?gatewayAdapt=glo2usa4itemAdapt", "3256807990906987")]
    [InlineData("https://m.aliexpress.com/item/1005008177221739.html", "1005008177221739")]
    [InlineData("https://fr.aliexpress.com/item/1005008177221739.html?spm=a2g0o.x&skuId=12000044126059467#nav", "1005008177221739")]
    [InlineData("https://www.aliexpress.com/i/1005008177221739.html", "1005008177221739")]
    [InlineData("http://m.aliexpress.us/i/3256807990906987.html?x=1", "3256807990906987")]
    [InlineData("//www.aliexpress.com/item/1005008177221739.html", "1005008177221739")]
    [InlineData(" www.aliexpress.com/item/1005008177221739.html ", "1005008177221739")]
    [InlineData("aliexpress.com/item/1005008177221739", "1005008177221739")]
    [InlineData("https://www.aliexpress.com/item/Words-of-the-Title/32845678901.html", "32845678901")]
    [InlineData("https://www.aliexpress.com/store/product/Words/1234567_32845678901.html", "32845678901")]
    [InlineData("HTTPS://WWW.ALIEXPRESS.COM/item/1005008177221739.HTML", "1005008177221739")]
    [InlineData("https://www.aliexpress.com/w/wholesale-drill.html", null)]
    [InlineData("https://www.aliexpress.com/store/1102602078", null)]
    [InlineData("https://aliexpress.com.evil.example/item/1005008177221739.html", null)]
    [InlineData("https://notaliexpress.com/item/1005008177221739.html", null)]
    [InlineData("https://evil.example/?u=https://www.aliexpress.com/item/1005008177221739.html", null)]
    [InlineData("https://www.aliexpress.com@evil.example/item/1005008177221739.html", null)]
    [InlineData("https://aliexpress.ru/item/1005008177221739.html", null)]
    [InlineData("https://a.aliexpress.com/_mK1AbCd", null)]
    [InlineData("ftp://www.aliexpress.com/item/1005008177221739.html", null)]
    [InlineData("1005008177221739", null)]
    [InlineData("", null)]
    public void Product_addresses_are_recognised(string address, string? id) => Assert.Equal(id, new AliExpressConnector().RecognizeAddress(address));
}
