using System.Security.Cryptography;
using System.Text;

namespace Shop.Platform.Support;

internal static class MailKeys
{
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
