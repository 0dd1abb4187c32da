namespace Shop.Platform.Support.Mail;

/// <summary>
/// A message's words, parsed. One line is one block: <c># heading</c>, <c>@table value</c>, <c>=&gt; label | link</c> (button), <c>&gt; small print</c>,
/// anything else a paragraph; <c>{name}</c> shows a value. A line that begins with <c>?name </c> is left out when that value is missing or empty.
/// </summary>
internal sealed record MailTemplate(string Subject, string Preview, IReadOnlyList<MailBlock> Blocks)
{
    public static MailTemplate Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var subject = lines.Single(l => l.StartsWith("subject:", StringComparison.Ordinal))["subject:".Length..].Trim();
        var preview = lines.Single(l => l.StartsWith("preview:", StringComparison.Ordinal))["preview:".Length..].Trim();
        return new MailTemplate(subject, preview, [.. lines.Where(l => !l.StartsWith("subject:", StringComparison.Ordinal) && !l.StartsWith("preview:", StringComparison.Ordinal)).Select(Block)]);
    }

    private static MailBlock Block(string line)
    {
        string? condition = null;
        if (line.StartsWith('?'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            (condition, line) = (line[1..space], line[(space + 1)..]);
        }
        return line switch
        {
            _ when line.StartsWith("# ", StringComparison.Ordinal) => new(MailBlockKind.Heading, line[2..], null, condition),
            _ when line.StartsWith("@table ", StringComparison.Ordinal) => new(MailBlockKind.Table, line["@table ".Length..], null, condition),
            _ when line.StartsWith("=> ", StringComparison.Ordinal) => Button(line[3..], condition),
            _ when line.StartsWith("> ", StringComparison.Ordinal) => new(MailBlockKind.Small, line[2..], null, condition),
            _ => new(MailBlockKind.Paragraph, line, null, condition),
        };
    }

    private static MailBlock Button(string line, string? condition)
    {
        var bar = line.LastIndexOf('|');
        return new(MailBlockKind.Button, line[..bar].Trim(), line[(bar + 1)..].Trim(), condition);
    }
}

internal enum MailBlockKind
{
    Heading,
    Paragraph,
    Table,
    Button,
    Small,
}

/// <param name="Text">Words with placeholders; for a table the name of its value.</param>
/// <param name="Link">Of a button.</param>
/// <param name="Condition">Name of the value without which the block is left out. Null for always.</param>
internal sealed record MailBlock(MailBlockKind Kind, string Text, string? Link, string? Condition);
