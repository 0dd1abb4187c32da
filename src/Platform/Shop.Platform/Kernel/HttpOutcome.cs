using Microsoft.AspNetCore.Http;

namespace Shop.Platform.Kernel;

/// <summary>The one place that turns outcomes into HTTP answers.</summary>
public static class HttpOutcome
{
    /// <summary>200 with the value, or the problem as RFC 9457 problem details.</summary>
    public static IResult ToHttp<T>(this Outcome<T> outcome) =>
        outcome.Failed(out var problem, out var value) ? problem.ToHttp() : value is Done ? Results.NoContent() : Results.Ok(value);

    public static IResult ToHttp(this Problem problem)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = problem.Code };
        if (problem.Fields.Count > 0)
            extensions["fields"] = problem.Fields;
        return Results.Problem(detail: problem.Message, statusCode: Status(problem.Kind), extensions: extensions);
    }

    private static int Status(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Limit => StatusCodes.Status429TooManyRequests,
        ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };
}
