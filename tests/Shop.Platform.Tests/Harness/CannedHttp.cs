using System.Net;

namespace Shop.Platform.Tests.Harness;

/// <summary>An HTTP server that is not there: answers requests from a function and remembers their addresses.</summary>
public sealed class CannedHttp(Func<Uri, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    public List<Uri> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        var (status, body) = answer(request.RequestUri!);
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
