using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress.Wire;

/// <summary>
/// Remembers the first part of an answer that was missing or of another kind. Reading goes on with an empty value and the result is
/// thrown away in the end, so a changed answer can never become wrong data.
/// </summary>
internal sealed class Trouble
{
    private string? field;
    private string? what;

    public void Note(string path, string problem)
    {
        field ??= path;
        what ??= problem;
    }

    /// <summary>The value, or the fault that spoils it.</summary>
    public Answer<T> Or<T>(T value) => field is null ? value : Changed(field, what!);

    public static Fault Changed(string field, string problem) => new(
        FaultKind.LayoutChanged,
        "AliExpress answered in a form this connector does not know. Nothing was taken from it; the connector needs an update.")
    {
        Field = field,
        Detail = $"{field}: {problem}",
    };
}
