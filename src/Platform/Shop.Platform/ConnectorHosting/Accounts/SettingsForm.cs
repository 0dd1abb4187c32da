using System.Globalization;
using System.Text.RegularExpressions;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Checks what a person entered against the manifest's settings.</summary>
internal static class SettingsForm
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(200);

    /// <param name="entered">Values by setting name; for a secret, empty or absent means "leave as it is".</param>
    /// <param name="secretsKept">Names of secrets that are stored already.</param>
    /// <returns>Null when all is well.</returns>
    public static Problem? Check(ConnectorManifest manifest, IReadOnlyDictionary<string, string> entered, IReadOnlyCollection<string> secretsKept)
    {
        Dictionary<string, string> wrong = new(StringComparer.Ordinal);
        foreach (string unknown in entered.Keys.Where(name => !manifest.Settings.Any(setting => setting.Name == name && !setting.Kept)))
            wrong[unknown] = "This setting does not exist.";
        foreach (ConnectorSetting setting in manifest.Settings.Where(setting => !setting.Kept))
        {
            string value = entered.GetValueOrDefault(setting.Name, "");
            if (value.Length == 0)
            {
                if (setting.Required && setting.Default is null && !(setting.Secret && secretsKept.Contains(setting.Name)))
                    wrong[setting.Name] = $"{setting.Title} is needed.";
            }
            else if (CheckValue(setting, value) is { } text)
            {
                wrong[setting.Name] = text;
            }
        }

        return wrong.Count == 0 ? null : Problem.Invalid("connector.settings", "Some settings are not right.") with { Fields = wrong };
    }

    private static string? CheckValue(ConnectorSetting setting, string value)
    {
        if (value.Length > 4000)
            return $"{setting.Title} is too long.";
        if (setting.Choices.Count > 0 && !setting.Choices.Contains(value))
            return $"{setting.Title} must be one of {string.Join(", ", setting.Choices)}.";
        if (setting.Pattern is { } pattern && !Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant, PatternLimit))
            return $"{setting.Title} does not have the right form.";
        return setting.Type is "integer" or "number" ? CheckNumber(setting, value) : null;
    }

    private static string? CheckNumber(ConnectorSetting setting, string value)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            || (setting.Type == "integer" && number != decimal.Truncate(number)))
            return $"{setting.Title} must be a {(setting.Type == "integer" ? "whole number" : "number")}.";
        return number < setting.Minimum ? $"{setting.Title} must be at least {setting.Minimum}."
            : number > setting.Maximum ? $"{setting.Title} must be at most {setting.Maximum}." : null;
    }
}
