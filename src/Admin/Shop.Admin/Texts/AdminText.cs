namespace Shop.Admin.Texts;

/// <summary>Names the portal's texts (AdminText.resx, AdminText.fr.resx).</summary>
public sealed class AdminText;
