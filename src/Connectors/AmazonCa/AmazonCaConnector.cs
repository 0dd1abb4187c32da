using System.Text.RegularExpressions;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AmazonCa;

/// <summary>Best-seller ranks of Amazon.ca.</summary>
public sealed partial class AmazonCaConnector : IReadSignals
{
    private const string Prefix = "category:";

    /// <inheritdoc/>
    public async Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadSignalsAsync(
        IConnectorContext context, string term, Market market, CancellationToken cancellationToken)
    {
        if (!term.StartsWith(Prefix, StringComparison.Ordinal))
            return new Fault(FaultKind.Unsupported, "Best-seller lists are read by category, not by words.");
        var list = term[Prefix.Length..];
        if (!ListName().IsMatch(list))
            return new Fault(FaultKind.BadInput, "A best-seller list is named like electronics or electronics/667823011.");
        var read = await AmazonCaClient.ReadListAsync(context, list == "all" ? "" : list, cancellationToken);
        return read.Failed(out var fault, out var page) ? fault : AmazonCaMapping.Series(page.Body, page.At);
    }

    [GeneratedRegex("^[a-z][a-z-]{1,40}(/[0-9]{1,15})?$")]
    private static partial Regex ListName();
}
