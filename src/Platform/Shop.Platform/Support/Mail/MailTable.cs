using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.Support.Mail;

/// <summary>Rows for a template's table, carried as one value.</summary>
internal static class MailTable
{
    public static string Write(IReadOnlyList<MailRow> rows) => JsonSerializer.Serialize(rows, KernelJson.Options);

    /// <summary>Rows of a value written by <see cref="Write"/>; any other text is a list with one line per row.</summary>
    public static IReadOnlyList<MailRow> Read(string value)
    {
        if (value.StartsWith('['))
        {
            try
            {
                return JsonSerializer.Deserialize<List<MailRow>>(value, KernelJson.Options) ?? [];
            }
            catch (JsonException)
            {
                // A plain list whose first line happens to begin with a bracket.
            }
        }
        return [.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new MailRow(line, "", false))];
    }
}

/// <param name="Strong">A total.</param>
internal sealed record MailRow(string What, string Amount, bool Strong);
