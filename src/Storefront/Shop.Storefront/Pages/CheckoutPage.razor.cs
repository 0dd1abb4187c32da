using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Storefront.Pages;

/// <summary>
/// Two presses: the first shows the total with taxes for the address, the second orders exactly that total. Whatever changes in between is shown
/// again instead of charged.
/// </summary>
public sealed partial class CheckoutPage
{
    private CartView? cart;
    private CheckoutQuote? quote;
    private string? message;
    private bool askPostal;
    private IReadOnlyDictionary<string, string> wrong = new Dictionary<string, string>();

    [Inject] public ViewCart Carts { get; set; } = null!;
    [Inject] public QuoteCheckout Quotes { get; set; } = null!;
    [Inject] public PlaceOrder Orders { get; set; } = null!;
    [Inject] public IIdSource Ids { get; set; } = null!;
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "checkout")] public CheckoutForm? Form { get; set; }

    private string? CartToken => CartCookie.Read(Http.Request);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new CheckoutForm();
        if (string.IsNullOrWhiteSpace(Form.Key) || Form.Key.Length > 100)
            Form.Key = Ids.Token();
        cart = await Carts.ShowAsync(CartToken, Frame.Language, Aborted);
        if (HttpMethods.IsGet(Http.Request.Method) && cart is { Lines.Count: > 0, CanCheckOut: false })
            Navigation.NavigateTo("/cart");
    }

    private string? Wrong(string field) => wrong.GetValueOrDefault(field);

    private async Task SubmitAsync()
    {
        var input = Form!.ToInput();
        if (Form.Step == "pay")
            await PayAsync(input);
        else if (input.Check(Frame.Language).Failed(out var problem, out _))
            Show(problem);
        await QuoteAsync(input);
    }

    private async Task PayAsync(CheckoutInput input)
    {
        var placed = await Orders.PlaceAsync(CartToken, Form!.Key!, input, Frame.Language, Aborted);
        // The same form with another address is another order; only the same words twice are a repeat.
        if (placed.Problem?.Code == "checkout.key-reused")
            placed = await Orders.PlaceAsync(CartToken, Form.Key = Ids.Token(), input, Frame.Language, Aborted);
        if (placed.Failed(out var problem, out var order))
            Show(problem);
        else
            Navigation.NavigateTo($"/checkout/pay/{order.Token}");
    }

    /// <summary>A quote for a province that is known, even where another field is wrong: the total is what people wait for.</summary>
    private async Task QuoteAsync(CheckoutInput input)
    {
        if (Platform.Pricing.Tax.Province.Find(input.Province) is null)
            return;
        if ((await Quotes.QuoteAsync(CartToken, input.Province!, Frame.Language, Aborted)).Failed(out var problem, out var found))
            message ??= problem.Message;
        else
            quote = found;
    }

    private void Show(Problem problem)
    {
        (message, wrong, askPostal) = (problem.Message, problem.Fields, problem.Code == "checkout.postal-question");
        Status(problem.Kind == ProblemKind.Invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
    }
}
