using System.Globalization;
using System.Text;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>
/// A robots file as RFC 9309 reads it: the group of our own product token, else of <c>*</c>; the longest matching rule wins, allowing on a tie.
/// Crawl-delay is not in the RFC and is honoured all the same.
/// </summary>
internal sealed class RobotsRules
{
    public const string ProductToken = "ShopConnector";

    /// <summary>The RFC asks for at least 500 KiB; what comes after is not read.</summary>
    private const int LongestFile = 512 * 1024;

    private readonly List<(string Pattern, bool Allow)> _rules = [];

    public static RobotsRules AllowAll { get; } = new();

    /// <summary>A site whose robots file cannot be had is closed (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules DisallowAll { get; } = Parse("User-agent: *\nDisallow: /");

    public TimeSpan? CrawlDelay { get; private set; }

    public static RobotsRules Parse(string text)
    {
        List<Group> groups = Groups(text.Length <= LongestFile ? text : text[..LongestFile]);
        List<Group> own = [.. groups.Where(group => group.Agents.Contains(ProductToken, StringComparer.OrdinalIgnoreCase))];
        RobotsRules rules = new();
        foreach (Group group in own.Count > 0 ? own : groups.Where(group => group.Agents.Contains("*")))
        {
            rules._rules.AddRange(group.Rules);
            rules.CrawlDelay ??= group.Delay;
        }

        return rules;
    }

    /// <param name="pathAndQuery">As it is requested, starting with <c>/</c>.</param>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
            return true;
        string path = Normalize(pathAndQuery);
        var best = _rules.Where(rule => Matches(rule.Pattern, path)).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allow)
            .Select(rule => ((string Pattern, bool Allow)?)rule).FirstOrDefault();
        return best?.Allow ?? true;
    }

    private static List<Group> Groups(string text)
    {
        List<Group> groups = [];
        bool inAgents = false;
        foreach (string line in text.TrimStart('\uFEFF').Split(['\n', '\r']))
        {
            string[] parts = line.Split('#', 2)[0].Split(':', 2);
            if (parts.Length < 2)
                continue;
            string key = parts[0].Trim().ToLowerInvariant(), value = parts[1].Trim();
            if (key == "user-agent")
            {
                if (!inAgents)
                    groups.Add(new Group());
                groups[^1].Agents.Add(Token(value));
                inAgents = true;
            }
            else if (groups.Count > 0 && groups[^1].Take(key, value))
            {
                inAgents = false;
            }
        }

        return groups;
    }

    /// <summary>The product token ends where other characters than letters, <c>-</c> and <c>_</c> begin: versions do not count.</summary>
    private static string Token(string agent) => agent == "*" ? agent : string.Concat(agent.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_'));

    private static bool Matches(string pattern, string path)
    {
        bool anchored = pattern.EndsWith('$');
        string[] pieces = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        int at = pieces[0].Length;
        for (int index = 1; index < pieces.Length; index++)
        {
            if (anchored && index == pieces.Length - 1)
                return path.Length - at >= pieces[index].Length && path.EndsWith(pieces[index], StringComparison.Ordinal);
            int found = path.IndexOf(pieces[index], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + pieces[index].Length;
        }

        return !anchored || at == path.Length;
    }

    /// <summary>Octets outside ASCII compare percent-encoded, encodings of unreserved characters compare decoded, hexadecimal in upper case.</summary>
    private static string Normalize(string path)
    {
        StringBuilder normal = new();
        for (int index = 0; index < path.Length; index++)
        {
            char c = path[index];
            if (c == '%' && index + 2 < path.Length && byte.TryParse(path.AsSpan(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte octet))
            {
                bool unreserved = octet < 128 && (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '~');
                normal.Append(unreserved ? ((char)octet).ToString() : $"%{octet:X2}");
                index += 2;
            }
            else if (c > 127)
            {
                int length = char.IsHighSurrogate(c) && index + 1 < path.Length ? 2 : 1;
                normal.Append(string.Concat(Encoding.UTF8.GetBytes(path.Substring(index, length)).Select(b => $"%{b:X2}")));
                index += length - 1;
            }
            else
            {
                normal.Append(c);
            }
        }

        return normal.ToString();
    }

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<(string Pattern, bool Allow)> Rules { get; } = [];

        public TimeSpan? Delay { get; private set; }

        /// <summary>True when the line belongs to a group; other lines (sitemaps) do not end a run of user agents.</summary>
        public bool Take(string key, string value)
        {
            if (key == "crawl-delay" && double.TryParse(value, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 86400)
                Delay = TimeSpan.FromSeconds(seconds);
            else if (key is "allow" or "disallow" && value.Length > 0)
                Rules.Add((Normalize(value), key == "allow"));
            return key is "allow" or "disallow" or "crawl-delay";
        }
    }
}
