using System.Text.Json.Nodes;

namespace Shop.Sandbox.AliExpress;

/// <summary>One business method: the body inside its <c>…_response</c>. Throws <see cref="ApiRefusalException"/> for the gateway's own errors.</summary>
internal interface IApiMethod
{
    string Name { get; }

    JsonObject Answer(ApiCall call);
}
