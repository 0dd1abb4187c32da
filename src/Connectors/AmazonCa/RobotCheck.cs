namespace Shop.Connectors.AmazonCa;

/// <summary>Recognises the page Amazon shows to programs.</summary>
internal static class RobotCheck
{
    public static bool Is(string body) =>
        body.Contains("/errors/validateCaptcha", StringComparison.Ordinal)
        || body.Contains("opfcaptcha", StringComparison.OrdinalIgnoreCase)
        || body.Contains("<title>Robot Check", StringComparison.OrdinalIgnoreCase)
        || body.Contains("api-services-support@amazon", StringComparison.Ordinal);
}
