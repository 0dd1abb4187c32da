using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressTrackingTests
{
    private static readonly AliExpressConnector Connector = new();

    private static Task<Answer<IReadOnlyList<Parcel>>> Track(string answer) =>
        Connector.TrackAsync(new ReplayContext(answer), "8190000000000001", new Market("CA", "CAD", "fr"), default);

    private static string Lines(string nodes) => $$$$$$"""
        {"aliexpress_ds_order_tracking_get_response":{"result":{"ret":"true","code":"0","msg":"ok","data":{"tracking_detail_line_list":{"tracking_detail":[
          {"mail_no":"LP001","carrier_name":"Cainiao","eta_time_stamps":"1700600000000","detail_node_list":{"detail_node":[{{{{{{nodes}}}}}}]},
           "package_item_list":{"package_item":[{"item_id":1005000000000001,"quantity":1,"sku_desc":"x","item_title":"y"}]}}]}}}}}
        """;

    private static string Node(long at, string name, string? text = null) =>
        $$$$$$"""{"time_stamp":{{{{{{at}}}}}},"tracking_name":"{{{{{{name}}}}}}"{{{{{{(text is null ? "" : $",\"tracking_detail_desc\":\"{text}\"")}}}}}}}""";

    [Fact]
    public async Task A_parcel_has_its_events_oldest_first()
    {
        var parcel = Assert.Single((await Track(Lines($"{Node(1700000200000, "Delivered", "Package delivered")},{Node(1700000000000, "Accepted by carrier")}"))).Value!);
        Assert.Equal(("LP001", "Cainiao", DateTimeOffset.FromUnixTimeMilliseconds(1700600000000)), (parcel.TrackingNumber, parcel.Carrier, parcel.ExpectedAt));
        Assert.Equal(["Accepted by carrier", "Package delivered"], parcel.Events.Select(e => e.Text));
        Assert.Equal(["1005000000000001"], parcel.Items);
        Assert.True(parcel.Delivered);
    }

    [Theory]
    [InlineData("Delivered", true)]
    [InlineData("Your package has been delivered", true)]
    [InlineData("Delivered to mailbox", true)]
    [InlineData("Delivered, front door", true)]
    [InlineData("Delivered to the recipient", true)]
    [InlineData("Votre colis a été livré", true)]
    [InlineData("Signed for by: T. Roy", true)]
    [InlineData("Package received by carrier", null)]
    [InlineData("Received by local delivery company", null)]
    [InlineData("Out for delivery", null)]
    [InlineData("Delivered to airline", null)]
    [InlineData("Delivered to local carrier", null)]
    [InlineData("Package not delivered", null)]
    [InlineData("Could not be delivered", null)]
    [InlineData("Undelivered", null)]
    [InlineData("Will be delivered tomorrow", null)]
    [InlineData("Delivery attempt failed", null)]
    [InlineData("Sera livré demain", null)]
    [InlineData("Non livré", null)]
    public async Task Only_clear_words_mean_delivered(string words, bool? delivered) =>
        Assert.Equal(delivered, Assert.Single((await Track(Lines(Node(1700000000000, words)))).Value!).Delivered);

    [Theory]
    [InlineData("""{"aliexpress_ds_order_tracking_get_response":{"result":{"ret":false,"code":"1001","msg":"TRACKING DATA NOT FOUND"}}}""")]
    [InlineData("""{"error_response":{"code":"TRACKING DATA NOT FOUND","msg":"x"}}""")]
    [InlineData("""{"aliexpress_ds_order_tracking_get_response":{"result":{"ret":true,"data":{"tracking_detail_line_list":[]}}}}""")]
    public async Task No_tracking_yet_is_an_empty_list(string answer) => Assert.Empty((await Track(answer)).Value!);

    [Theory]
    [InlineData("""{"aliexpress_ds_order_tracking_get_response":{"result":{"ret":true,"data":{"lines_v2":[]}}}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_ds_order_tracking_get_response":{"result":{"ret":true}}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_ds_order_tracking_get_response":{"result":{"ret":true,"data":{"tracking_detail_line_list":[{"carrier_name":"x"}]}}}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_ds_order_tracking_get_response":{"result":{"ret":true,"data":{"tracking_detail_line_list":[{"mail_no":"x","detail_node_list":[{"tracking_name":"no time"}]}]}}}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_ds_order_tracking_get_response":{"result":{"ret":false,"code":"9","msg":"broken"}}}""", FaultKind.Unavailable)]
    [InlineData("""{"error_response":{"code":"IllegalAccessToken","msg":"x"}}""", FaultKind.Unauthorised)]
    public async Task Tracking_that_cannot_be_read_is_a_fault(string answer, FaultKind kind) => Assert.Equal(kind, (await Track(answer)).Fault!.Kind);

    [Fact]
    public async Task Tracking_is_asked_in_the_markets_language()
    {
        var context = new ReplayContext(Lines(Node(1700000000000, "x")));
        await Connector.TrackAsync(context, "8190000000000001", new Market("CA", "CAD", "fr"), default);
        Assert.Equal(("8190000000000001", "fr_FR"), (context.Sent[0]["ae_order_id"], context.Sent[0]["language"]));
    }
}
