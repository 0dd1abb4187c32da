namespace Shop.Sandbox.Faults;

/// <summary>A fault somebody asked for. <c>Times</c> null: until it is cleared.</summary>
public sealed record Fault(
    string Party,
    string Operation,
    string Kind,
    int? Times = null,
    string? ProductId = null,
    decimal? Percent = null,
    int? DelayMs = null)
{
    public long Id { get; init; }

    public int Used { get; init; }

    public bool Spent => Times is { } times && Used >= times;

    public bool Concerns(string party, string operation) =>
        string.Equals(Party, party, StringComparison.OrdinalIgnoreCase)
        && (Operation is "*" or "" || operation.EndsWith(Operation, StringComparison.OrdinalIgnoreCase));
}
