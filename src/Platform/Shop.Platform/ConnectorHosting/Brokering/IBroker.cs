using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Carries out what a connector asks for. The live one goes to the supplier, the replaying one to a stored answer.</summary>
internal interface IBroker
{
    Task<Answer<HttpAnswer>> SendAsync(CallScope scope, HttpCall call, CancellationToken cancellationToken);

    Task<Answer<string>> SignAsync(CallScope scope, string secretName, string algorithm, string template, CancellationToken cancellationToken);

    Task<Answer<string>> AskPersonAsync(CallScope scope, string question, CancellationToken cancellationToken);

    Task LogAsync(CallScope scope, string message);
}
