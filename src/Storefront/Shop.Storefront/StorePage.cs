using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Shop.Storefront;

/// <summary>What every page of the store has at hand.</summary>
public abstract class StorePage : ComponentBase
{
    [CascadingParameter] public Frame Frame { get; set; } = null!;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    protected Words W => Frame.Words;

    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>
    /// Answers with a status that says what the page says. Set as the answer starts: the component framework writes no body for a page that is 404
    /// while it renders.
    /// </summary>
    protected void Status(int status) => Http.Response.OnStarting(() =>
    {
        Http.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
