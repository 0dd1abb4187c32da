namespace Shop.Host.Site;

/// <summary>Names the texts of the platform site (SiteText.resx, SiteText.fr.resx).</summary>
internal sealed class SiteText;
