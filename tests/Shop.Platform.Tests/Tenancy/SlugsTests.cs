using CsCheck;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Tests.Tenancy;

public sealed class SlugsTests
{
    [Theory]
    [InlineData("Maple & Main", "maple-main")]
    [InlineData("Café Ébène Inc.", "cafe-ebene-inc")]
    [InlineData("L'Atelier d’Anne", "latelier-danne")]
    [InlineData("  --  ", "my-store")]
    [InlineData("店", "my-store")]
    [InlineData("Admin", "my-admin")]
    [InlineData("A1", "my-a1")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, Slugs.From(name));

    [Fact]
    public void Whatever_the_name_the_address_can_be_used() =>
        Gen.String[Gen.Char, 0, 120].Sample(name => Slugs.Fault(Slugs.From(name)) is null);

    [Theory]
    [InlineData("admin")]
    [InlineData("www")]
    [InlineData("api")]
    [InlineData("ab")]
    [InlineData("Demo")]
    [InlineData("-demo")]
    [InlineData("demo-")]
    [InlineData("de mo")]
    [InlineData("demo.shop")]
    [InlineData("xn--abc")]
    [InlineData("demo\n")]
    public void Some_addresses_are_refused(string slug) => Assert.NotNull(Slugs.Fault(slug));
}
