using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting;

/// <summary>A connector's fault as a problem of a use case.</summary>
public static class FaultProblem
{
    public static Problem ToProblem(this Fault fault) => new(Kind(fault.Kind), $"connector.{fault.Code ?? Name(fault.Kind)}", fault.Message);

    private static ProblemKind Kind(FaultKind kind) => kind switch
    {
        FaultKind.BadInput => ProblemKind.Invalid,
        FaultKind.NotFound => ProblemKind.NotFound,
        FaultKind.RateLimited => ProblemKind.Limit,
        FaultKind.Unauthorised or FaultKind.Challenge or FaultKind.Unsupported or FaultKind.NotAvailable => ProblemKind.Conflict,
        _ => ProblemKind.Unavailable,
    };

    private static string Name(FaultKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
