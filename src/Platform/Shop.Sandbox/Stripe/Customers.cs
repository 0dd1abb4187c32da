using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Customers, in the little that guest checkout needs.</summary>
internal sealed class Customers(StripeStore store, StripeEvents events)
{
    private static readonly string[] Texts = ["description", "email", "name", "phone"];

    public JsonObject Create(StripeCall call)
    {
        var customer = new JsonObject
        {
            ["id"] = StripeStore.NewId("cus_", 14),
            ["object"] = "customer",
            ["address"] = null,
            ["balance"] = 0,
            ["created"] = store.Now,
            ["currency"] = null,
            ["default_source"] = null,
            ["delinquent"] = false,
            ["description"] = null,
            ["discount"] = null,
            ["email"] = null,
            ["invoice_prefix"] = StripeStore.NewId("", 8).ToUpperInvariant(),
            ["invoice_settings"] = new JsonObject { ["custom_fields"] = null, ["default_payment_method"] = null, ["footer"] = null, ["rendering_options"] = null },
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["name"] = null,
            ["next_invoice_sequence"] = 1,
            ["phone"] = null,
            ["preferred_locales"] = new JsonArray(),
            ["shipping"] = null,
            ["tax_exempt"] = "none",
            ["test_clock"] = null,
        };
        Write(customer, call, "customer.created");
        return customer;
    }

    public JsonObject Update(string id, StripeCall call)
    {
        var customer = store.Get(id, "customer", "customer").Copy();
        Write(customer, call, "customer.updated");
        return customer;
    }

    public JsonObject Delete(string id, StripeCall call)
    {
        var customer = store.Get(id, "customer", "customer");
        events.Emit("customer.deleted", customer, call);
        var gone = new JsonObject { ["id"] = id, ["object"] = "customer", ["deleted"] = true };
        store.Put(gone);
        return gone;
    }

    private void Write(JsonObject customer, StripeCall call, string happened)
    {
        foreach (var name in Texts)
        {
            if (call.Form[name] is not null) customer[name] = call.Form.Word(name);
        }

        if (call.Form.Part("address") is { } address) customer["address"] = Shapes.Address(address);
        foreach (var (name, value) in call.Form.Metadata()) customer["metadata"]![name] = value?.DeepClone();
        store.Put(customer);
        events.Emit(happened, customer, call);
    }
}
