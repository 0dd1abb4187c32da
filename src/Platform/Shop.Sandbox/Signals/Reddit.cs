using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Signals;

/// <summary>Reddit's application token and search; the number of posts and their scores follow the hidden demand.</summary>
internal sealed class Reddit(ProductCatalogue catalogue, Demand demand, TimeProvider time)
{
    private static readonly string[] Titles = ["Is this {0} worth it?", "Finally found a good {0}", "Which {0} do you use every day?", "My {0} broke after a month", "{0} recommendations for Canada?", "Got a {0} as a gift, obsessed", "Cheap {0} vs expensive one"];
    private static readonly string[] Boards = ["BuyItForLife", "canada", "Frugal", "gadgets", "HomeImprovement", "PersonalFinanceCanada"];
    private readonly string token = "sandbox-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
    private int used;

    public static void Map(RouteGroupBuilder reddit)
    {
        reddit.MapPost("/api/v1/access_token", (HttpRequest request, Reddit source) => source.Token(request)).DisableAntiforgery();
        reddit.MapGet("/r/{board}/search", (string board, HttpContext http, Reddit source) => source.Search(board, http));
        reddit.MapGet("/r/{board}/{order}", (string board, string order, HttpContext http, Reddit source) => source.Listing(board, http));
    }

    private IResult Token(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.Ordinal)
        ? Results.Json(new { access_token = token, token_type = "bearer", expires_in = 86400, scope = "*" })
        : Results.Json(new { message = "Unauthorized", error = 401 }, statusCode: 401);

    private IResult Search(string board, HttpContext http)
    {
        if (Refused(http) is { } refusal) return refusal;
        var query = http.Request.Query["q"].ToString();
        var span = http.Request.Query["t"].ToString() switch { "hour" => 1 / 24.0, "day" => 1, "week" => 7, "year" => 365, "all" => 1000, _ => 30 };
        var families = KeywordMatch.Families(catalogue, query);
        var now = time.GetUtcNow();
        var posts = Posts(families, query, board, now.AddDays(-span), now);
        return Page(posts, http, search: true);
    }

    private IResult Listing(string board, HttpContext http)
    {
        if (Refused(http) is { } refusal) return refusal;
        var now = time.GetUtcNow();
        return Page(Posts(catalogue.Families, "thing", board, now.AddDays(-2), now).Take(1000), http, search: false);
    }

    private IResult? Refused(HttpContext http)
    {
        http.Response.Headers["x-ratelimit-used"] = Interlocked.Increment(ref used).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["x-ratelimit-remaining"] = Math.Max(0, 1000 - used).ToString("0.0", CultureInfo.InvariantCulture);
        http.Response.Headers["x-ratelimit-reset"] = "120";
        if (http.Request.Headers.UserAgent.Count == 0) return Results.Json(new { message = "Too Many Requests", error = 429 }, statusCode: 429);
        return http.Request.Headers.Authorization == "bearer " + token || http.Request.Headers.Authorization == "Bearer " + token
            ? null
            : Results.Json(new { message = "Unauthorized", error = 401 }, statusCode: 401);
    }

    // Each day has its own posts, fixed by the seed, so that two calls tell the same story.
    private IEnumerable<JsonObject> Posts(IEnumerable<Family> families, string words, string board, DateTimeOffset from, DateTimeOffset to)
    {
        var all = families.ToList();
        for (var day = DateOnly.FromDateTime(to.UtcDateTime); day >= DateOnly.FromDateTime(from.UtcDateTime); day = day.AddDays(-1))
        {
            foreach (var family in all)
            {
                var dice = Dice.Of(catalogue.Seed, "reddit" + family.Key, day.DayNumber);
                var interest = demand.At(family, day.AddDays(-(int)day.DayOfWeek));
                for (var n = (int)((interest / 45) + dice.Unit()); n > 0; n--)
                {
                    var post = Post(family, board, day, n, interest, ref dice);
                    if (post["created_utc"]!.GetValue<double>() is var at && at >= from.ToUnixTimeSeconds() && at <= to.ToUnixTimeSeconds()) yield return post;
                }
            }
        }
    }

    private static JsonObject Post(Family family, string board, DateOnly day, int number, double interest, ref Dice dice)
    {
        var at = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds() + dice.Below(86_400);
        var home = board is "all" or "popular" ? dice.Pick(Boards) : board;
        var id = $"{day.DayNumber % 100000:x}{family.Number:x2}{number:x}";
        var score = (int)(interest * Math.Exp(dice.Normal()));
        return new JsonObject
        {
            ["name"] = "t3_" + id,
            ["id"] = id,
            ["subreddit"] = home,
            ["subreddit_name_prefixed"] = "r/" + home,
            ["title"] = string.Format(CultureInfo.InvariantCulture, dice.Pick(Titles), family.Keywords[0]),
            ["author"] = "sandbox_user",
            ["author_fullname"] = "t2_sandbox",
            ["score"] = score,
            ["ups"] = score,
            ["upvote_ratio"] = Math.Round(0.7 + (0.29 * dice.Unit()), 2),
            ["num_comments"] = (int)(score * (0.05 + (0.3 * dice.Unit()))),
            ["num_crossposts"] = 0,
            ["created"] = (double)at,
            ["created_utc"] = (double)at,
            ["link_flair_text"] = null,
            ["is_self"] = true,
            ["over_18"] = false,
            ["stickied"] = false,
            ["locked"] = false,
            ["hide_score"] = false,
            ["removed_by_category"] = null,
            ["subreddit_subscribers"] = 400_000 + (home.Length * 31_337),
            ["permalink"] = $"/r/{home}/comments/{id}/",
            ["url"] = $"https://www.reddit.com/r/{home}/comments/{id}/",
            ["domain"] = "self." + home,
            ["selftext"] = "",
        };
    }

    private static IResult Page(IEnumerable<JsonObject> posts, HttpContext http, bool search)
    {
        var limit = int.TryParse(http.Request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 100) : 25;
        var rest = http.Request.Query["after"].ToString() is { Length: > 0 } after ? posts.SkipWhile(post => post["name"].Text() != after).Skip(1) : posts;
        var page = rest.Take(limit + 1).ToList();
        var data = new JsonObject
        {
            ["after"] = page.Count > limit ? page[limit - 1]["name"].Text() : null,
            ["before"] = null,
            ["dist"] = Math.Min(limit, page.Count),
            ["modhash"] = "",
            ["geo_filter"] = "",
            ["children"] = Json.Array(page.Take(limit).Select(post => (JsonNode?)new JsonObject { ["kind"] = "t3", ["data"] = post })),
        };
        if (search) data["facets"] = new JsonObject();
        return Results.Text(new JsonObject { ["kind"] = "Listing", ["data"] = data }.ToJsonString(Json.Compact), "application/json; charset=UTF-8");
    }
}
