using Shop.Platform.Catalog;

namespace Shop.Platform.Tests.Catalog;

public sealed class CatalogTextTests
{
    [Theory]
    [InlineData("<p>a</p><script>alert(1)</script>", "<p>a</p>")]
    [InlineData("<div class=x><span style='color:red'>a <b id=i>b</b></span></div>", "a <b>b</b>")]
    [InlineData("<p onclick=x() style=\"background:url(http://t/a)\">a</p>", "<p>a</p>")]
    [InlineData("<form action=/x><input name=a>go<button>b</button></form>", "")]
    [InlineData("<img src=\"http://10.0.0.1/a\"><p>b</p>", "<p>b</p>")]
    [InlineData("<a href=\"javascript:x()\">link</a>", "link")]
    [InlineData("<a href=\"https://elsewhere.example\">link</a>", "link")]
    [InlineData("<svg><script>x</script></svg><math><mi>y</mi></math>t", "t")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>z", "\"&gt;z")]
    [InlineData("<iframe src=//x></iframe><object data=x></object><embed src=x>k", "k")]
    [InlineData("<table><tr><td colspan=2 onclick=x>1</td></tr></table>", "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>")]
    [InlineData("<!-- c --><h1>t</h1><style>p{}</style>", "t")]
    [InlineData(null, "")]
    public void Supplier_html_keeps_text_and_loses_everything_that_acts(string? html, string expected) => Assert.Equal(expected, CatalogHtml.Sanitise(html));

    [Fact]
    public void Sanitising_twice_changes_nothing()
    {
        var once = CatalogHtml.Sanitise("<ul><li>a<li>b</ul><b><p>x</b>y<table><p>z");
        Assert.Equal(once, CatalogHtml.Sanitise(once));
    }

    [Theory]
    [InlineData("boxes", "box")]
    [InlineData("batteries", "battery")]
    [InlineData("batteries", "batterie")]
    [InlineData("watches", "watch")]
    [InlineData("tâches", "tache")]
    [InlineData("bijoux", "bijou")]
    [InlineData("chapeaux", "chapeau")]
    [InlineData("dresses", "dress")]
    [InlineData("lunettes", "lunette")]
    [InlineData("ŒUFS", "oeuf")]
    public void Singular_and_plural_meet(string one, string other) => Assert.Equal(SearchWords.Words(one), SearchWords.Words(other));

    [Theory]
    [InlineData("glass", "glas")]
    [InlineData("bus", "bu")]
    [InlineData("mouse", "mousse")]
    public void Different_words_stay_apart(string one, string other) => Assert.NotEqual(SearchWords.Words(one), SearchWords.Words(other));

    [Fact]
    public void Short_words_match_whole_and_longer_ones_from_their_beginning() => Assert.Equal([" car ", " camera"], SearchWords.Query("car cameras"));
}
