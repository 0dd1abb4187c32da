using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.Pricing;
using Shop.Platform.Pricing.Fx;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Fx;

public sealed class ExchangeRateTests
{
    private const string Week = """
        {"seriesDetail":{"FXUSDCAD":{},"FXVNDCAD":{}},"observations":[
          {"d":"2026-06-11","FXUSDCAD":{"v":"1.3700"},"FXIDRCAD":{"v":"0.000081"}},
          {"d":"2026-06-12","FXUSDCAD":{"v":"1.3716"},"FXIDRCAD":{"v":"0.000080"}}]}
        """;

    private string _body = Week;
    private HttpStatusCode _status = HttpStatusCode.OK;

    [Theory, EveryDatabase]
    public async Task A_day_without_a_rate_uses_the_last_one_before_and_names_it(Provider provider)
    {
        await using var host = await StartAsync(provider);
        Assert.True(await RefreshAsync(host));

        var sunday = await ConvertAsync(host, new Amount(10m, "USD"), new DateOnly(2026, 6, 14));
        Assert.Equal((13.716m, 1.3716m, new DateOnly(2026, 6, 12)), (sunday.Cad.Amount, sunday.Rate, sunday.RateDay));
        var rupiah = await ConvertAsync(host, new Amount(1_000_000m, "IDR"), null);
        Assert.Equal(80m, rupiah.Cad.Amount);
    }

    [Theory, EveryDatabase]
    public async Task Before_the_first_rate_and_for_a_discontinued_series_there_is_no_rate(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await RefreshAsync(host);

        Assert.Equal("fx.no-rate", await ProblemAsync(host, new Amount(1m, "USD"), new DateOnly(2026, 6, 10)));
        Assert.Equal("fx.no-rate", await ProblemAsync(host, new Amount(1m, "VND"), null));
    }

    [Theory, EveryDatabase]
    public async Task Canadian_dollars_need_no_rate(Provider provider)
    {
        await using var host = await StartAsync(provider);
        Assert.Equal(12.34m, (await ConvertAsync(host, new Amount(12.34m, "CAD"), null)).Cad.Amount);
    }

    [Theory, EveryDatabase]
    public async Task When_the_bank_fails_the_stored_rates_stay_in_use_and_show_their_age(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await RefreshAsync(host);
        _status = HttpStatusCode.BadGateway;
        host.Time.Advance(TimeSpan.FromDays(3));
        Assert.False(await RefreshAsync(host));

        Assert.Equal(1.3716m, (await ConvertAsync(host, new Amount(1m, "USD"), null)).Rate);
        var status = await host.InTenantAsync(s => s.GetRequiredService<IExchangeRateStatus>().ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new DateOnly(2026, 6, 12), status.NewestDay);
        Assert.Equal(5, status.DaysBehind);
        Assert.Contains("502", status.LastProblem);
    }

    [Theory, EveryDatabase]
    public async Task A_corrected_rate_replaces_the_old_one_and_a_repeat_changes_nothing(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await RefreshAsync(host);
        Assert.Equal(0, (await RunAsync(host)).Value);
        _body = """{"observations":[{"d":"2026-06-12","FXUSDCAD":{"v":"1.3720"}}]}""";
        Assert.Equal(1, (await RunAsync(host)).Value);

        Assert.Equal(1.3720m, (await ConvertAsync(host, new Amount(1m, "USD"), null)).Rate);
    }

    [Theory, EveryDatabase]
    public async Task The_bank_is_not_asked_while_nothing_new_can_be_out(Provider provider)
    {
        var bank = new CannedHttp(_ => (_status, _body));
        await using var host = await StartAsync(provider, bank);
        await RefreshAsync(host);
        await RefreshAsync(host);
        Assert.Single(bank.Asked);

        host.Time.Advance(TimeSpan.FromHours(10));
        await RefreshAsync(host);
        Assert.Equal(2, bank.Asked.Count);
        Assert.EndsWith("start_date=2026-06-12", bank.Asked[1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public void Publication_is_at_half_past_four_eastern_on_business_days()
    {
        // 15 June 2026 is a Monday; Toronto is four hours behind UTC.
        var noon = new DateTimeOffset(2026, 6, 15, 16, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 6, 12), PublicationCalendar.LastPublished(noon));
        Assert.Equal(new DateTimeOffset(2026, 6, 15, 20, 35, 0, TimeSpan.Zero), PublicationCalendar.NextPublication(noon).ToUniversalTime());
        Assert.Equal(new DateOnly(2026, 6, 15), PublicationCalendar.LastPublished(noon.AddHours(5)));
    }

    private Task<SliceHost> StartAsync(Provider provider, CannedHttp? bank = null) => SliceHost.StartAsync(provider, (services, configuration) =>
        services.AddFx(configuration).AddHttpClient("bank-of-canada").ConfigurePrimaryHttpMessageHandler(() => bank ?? new CannedHttp(_ => (_status, _body))));

    private static Task<bool> RefreshAsync(SliceHost host) =>
        host.Services.GetRequiredService<RateRefresher>().RefreshIfDueAsync(TestContext.Current.CancellationToken);

    private static Task<Shop.Platform.Kernel.Outcome<int>> RunAsync(SliceHost host) =>
        host.InTenantAsync(s => s.GetRequiredService<RefreshRates>().RunAsync(TestContext.Current.CancellationToken));

    private static Task<Converted> ConvertAsync(SliceHost host, Amount amount, DateOnly? day) => host.InTenantAsync(async s =>
        (await s.GetRequiredService<IExchangeRates>().ToCadAsync(amount, day, TestContext.Current.CancellationToken)).Value!);

    private static Task<string?> ProblemAsync(SliceHost host, Amount amount, DateOnly? day) => host.InTenantAsync(async s =>
        (await s.GetRequiredService<IExchangeRates>().ToCadAsync(amount, day, TestContext.Current.CancellationToken)).Problem?.Code);
}
