using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Media;
using Shop.Platform.Pricing;
using Shop.Platform.Sourcing;
using Shop.Platform.Tenancy;
using Shop.Platform.Tests.Sourcing;
using Shop.Platform.Workflows;

namespace Shop.Platform.Tests.Catalog;

/// <summary>The routes on a real server; who may call them is replaced by "everybody of one tenant".</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task Every_route_says_on_which_host_it_answers_and_who_may_call_it()
    {
        await using var app = await StartAsync();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.True(endpoints.Count >= 22, $"{endpoints.Count}");
        Assert.All(endpoints, e => Assert.True(e.Metadata.GetMetadata<HostScopeMetadata>() is not null, e.RoutePattern.RawText));
        Assert.All(endpoints, e => Assert.True(e.Metadata.GetMetadata<IAuthorizeData>() is not null || e.Metadata.GetMetadata<IAllowAnonymous>() is not null, e.RoutePattern.RawText));
        Assert.All(endpoints.Where(e => e.RoutePattern.RawText!.StartsWith("/api/admin")), e => Assert.NotNull(e.Metadata.GetMetadata<IAuthorizeData>()));
    }

    [Fact]
    public async Task A_product_goes_from_a_pasted_address_to_the_public_list_over_http()
    {
        await using var app = await StartAsync();
        using var http = Client(app);
        ((FakeSupplier)app.Services.GetRequiredService<IConnectors>()).AddLamp();

        var imported = await ReadAsync(await http.PostAsJsonAsync("/api/admin/sourcing/import", new { address = "https://supplier.example/item/1" }), HttpStatusCode.OK);
        var id = imported.GetProperty("productId").GetString();
        await ReadAsync(await http.PostAsJsonAsync("/api/admin/products/publication", new { action = "publish", ids = new[] { id } }), HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PatchAsJsonAsync($"/api/admin/products/{id}", new { changes = new { titleEn = "Better lamp" } })).StatusCode);

        var list = await ReadAsync(await http.GetAsync("/api/search?q=better+lamps&sort=price&pageSize=5"), HttpStatusCode.OK);
        Assert.Equal(("Better lamp", 14.99m), (list.GetProperty("products")[0].GetProperty("title").GetString(), list.GetProperty("products")[0].GetProperty("price").GetProperty("amount").GetDecimal()));
        var page = await ReadAsync(await http.GetAsync("/api/products/desk-lamp-with-clamp"), HttpStatusCode.OK);
        Assert.Equal(2, page.GetProperty("variants").GetArrayLength());
        Assert.DoesNotContain("cost", page.GetRawText(), StringComparison.OrdinalIgnoreCase);
        var row = (await ReadAsync(await http.GetAsync("/api/admin/products?state=published&sourceSite=aliexpress"), HttpStatusCode.OK)).GetProperty("products")[0];
        Assert.Equal((id, "1", 10m), (row.GetProperty("productId").GetString(), row.GetProperty("sourceProductId").GetString(), row.GetProperty("sourcePrice").GetDecimal()));
        Assert.Equal(JsonValueKind.Array, (await ReadAsync(await http.GetAsync($"/api/admin/products/{id}/source"), HttpStatusCode.OK)).ValueKind);
        await ReadAsync(await http.GetAsync("/api/admin/pricing/rule"), HttpStatusCode.OK);
        await ReadAsync(await http.PostAsJsonAsync("/api/admin/pricing/rule/preview", new { markupPercent = 30 }), HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_input_is_a_problem_with_its_field()
    {
        await using var app = await StartAsync();
        using var http = Client(app);

        var refused = await ReadAsync(await http.PostAsJsonAsync("/api/admin/sourcing/import", new { address = "nonsense" }), HttpStatusCode.BadRequest);
        Assert.True(refused.GetProperty("fields").TryGetProperty("address", out _));
        await ReadAsync(await http.GetAsync("/api/products/absent"), HttpStatusCode.NotFound);
        await ReadAsync(await http.GetAsync("/media/00000000000000000000000000000000?w=320"), HttpStatusCode.NotFound);
        await ReadAsync(await http.PutAsJsonAsync("/api/admin/pricing/rule", new { settings = new { markupPercent = -5 } }), HttpStatusCode.BadRequest);
        await ReadAsync(await http.PostAsJsonAsync("/api/admin/sourcing/runs", new { words = "", limit = 5 }), HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.RequestMessage!.RequestUri} {(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static HttpClient Client(WebApplication app) =>
        new() { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var folder = Directory.CreateTempSubdirectory("shop-test-").FullName;
        builder.Configuration["Data:Folder"] = folder;
        builder.Configuration["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "shop.db")}";
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.ConfigureHttpJsonOptions(o => KernelJson.Configure(o.SerializerOptions));
        builder.Services.AddKernel(builder.Configuration).AddWorkflows(builder.Configuration)
            .AddCatalog(builder.Configuration).AddPricing(builder.Configuration).AddMedia(builder.Configuration).AddSourcing(builder.Configuration)
            .AddSingleton<IConnectors, FakeSupplier>().AddSingleton<IExchangeRates, FixedRates>();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<TenantScope>().Enter(new TenantId(Guid.Parse("11111111-1111-1111-1111-111111111111")));
            // Policies belong to Identity and are tested there.
            if (context.GetEndpoint() is { } endpoint)
                context.SetEndpoint(new Endpoint(endpoint.RequestDelegate, new EndpointMetadataCollection(endpoint.Metadata.Where(m => m is not IAuthorizeData)), endpoint.DisplayName));
            return next(context);
        });
        app.MapCatalog().MapPricing().MapMedia().MapSourcing();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        return app;
    }
}
