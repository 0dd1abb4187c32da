namespace Shop.Connectors.Sdk;

/// <summary>A page in an isolated browser profile. The connector sees text and elements, never cookies or storage.</summary>
public interface IBrowserPage : IAsyncDisposable
{
    /// <summary>Address of the page now.</summary>
    string Address { get; }

    /// <summary>Reads the page's HTML as it stands.</summary>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The HTML.</returns>
    Task<Answer<string>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Fills a field.</summary>
    /// <param name="selector">CSS selector; must match exactly one element.</param>
    /// <param name="value">The text; may contain <c>{secret:name}</c>.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>True, or <see cref="FaultKind.LayoutChanged"/> when the element is not there.</returns>
    Task<Answer<bool>> FillAsync(string selector, string value, CancellationToken cancellationToken);

    /// <summary>Clicks an element and waits for the page to settle.</summary>
    /// <param name="selector">CSS selector; must match exactly one element.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>True, or <see cref="FaultKind.LayoutChanged"/> when the element is not there.</returns>
    Task<Answer<bool>> ClickAsync(string selector, CancellationToken cancellationToken);
}
