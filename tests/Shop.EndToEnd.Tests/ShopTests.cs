using Shop.Demo;

namespace Shop.EndToEnd.Tests;

/// <summary>The whole product at work: real Chromium, the real host, and the sandbox in the outside world's place.</summary>
public sealed class ShopTests
{
    [Fact(Timeout = 900_000)]
    public async Task A_merchant_opens_a_store_and_a_shopper_receives_what_she_bought()
    {
        Assert.SkipUnless(File.Exists(Browser.Executable), $"{Browser.Executable} is not installed.");
        var cancellationToken = TestContext.Current.CancellationToken;
        var album = new Album();
        album.Clear();
        await using var installation = await Installation.StartAsync(cancellationToken);
        await using var browser = await Browser.StartAsync();
        var office = await browser.OpenAsync(album);
        var couch = await browser.OpenAsync(album);
        try
        {
            await LiveAsync(installation, office, couch, cancellationToken);
        }
        catch (Exception failure)
        {
            await office.PhotographAsync("failed-admin");
            await couch.PhotographAsync("failed-store");
            throw new InvalidOperationException(
                $"{failure.Message}\n{string.Join('\n', office.Complaints.Concat(couch.Complaints))}\n{installation.Log("host")}", failure);
        }
        string[] complaints = [.. office.Complaints, .. couch.Complaints];
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }

    private static async Task LiveAsync(Installation installation, Window office, Window couch, CancellationToken cancellationToken)
    {
        var merchant = new MerchantAtScreen(installation, office);
        var slug = await merchant.SignUpAsync();
        await merchant.SignInAsync();
        await merchant.ConnectSupplierAsync(cancellationToken);
        await merchant.SourceAsync("dog bed", most: 5);
        var onSale = await merchant.PublishAsync();
        Assert.True(onSale > 0, "Nothing could be put on sale.");

        var shopper = new ShopperAtScreen(couch);
        Assert.Equal(onSale, await shopper.EnterAsync(installation.Store(slug)));
        await shopper.PutInCartAsync();
        var total = await shopper.CheckOutAsync();
        await shopper.PayAsync();
        var number = await shopper.WaitForDeliveryAsync();
        await shopper.TrackByNumberAsync(number);
        await shopper.ReadFrenchAsync(installation.Store(slug));

        var money = await merchant.LookAtOrderAsync(number);
        Assert.Contains(Digits(total), money, StringComparison.Ordinal);
        await merchant.LookAroundAsync();
    }

    private static string Digits(string amount) => new([.. amount.Where(c => char.IsAsciiDigit(c) || c == '.')]);
}
