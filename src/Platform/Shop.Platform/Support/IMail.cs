namespace Shop.Platform.Support;

/// <summary>Sends mail. The message is stored with the scope's <c>ShopDb</c> (without saving) and sent after commit, at least once.</summary>
public interface IMail
{
    /// <param name="key">The same key is one message, for example <c>order-shipped:{orderId}:{tracking}</c>.</param>
    /// <param name="template">Name of a template; it exists in EN and FR.</param>
    /// <param name="values">What the template shows; text is escaped.</param>
    Task QueueAsync(string key, string to, string template, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken);
}
