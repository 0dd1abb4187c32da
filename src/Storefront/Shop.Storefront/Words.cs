using System.Globalization;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Storefront;

/// <summary>Everything the store says, in English and French side by side.</summary>
public sealed class Words(string language)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-CA");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");

    public string Language => language;

    public string Say(string english, string french) => language == "fr" ? french : english;

    public string Skip => Say("Skip to content", "Aller au contenu");
    public string Search => Say("Search", "Rechercher");
    public string SearchHint => Say("Search the store", "Rechercher dans la boutique");
    public string Menu => Say("Categories", "Catégories");
    public string Cart => Say("Cart", "Panier");
    public string Track => Say("Track an order", "Suivre une commande");
    public string Help => Say("Help", "Aide");
    public string Shipping => Say("Shipping and returns", "Livraison et retours");
    public string Privacy => Say("Privacy", "Confidentialité");
    public string Terms => Say("Terms of sale", "Conditions de vente");
    public string Contact => Say("Contact", "Nous joindre");
    public string AllProducts => Say("All products", "Tous les produits");
    public string New => Say("Just arrived", "Nouveautés");
    public string Popular => Say("Popular", "Populaires");
    public string SeeAll => Say("See all", "Tout voir");
    public string HeroLine => Say("Well-chosen things, delivered across Canada.", "Des trouvailles bien choisies, livrées partout au Canada.");
    public string ShopNow => Say("Shop now", "Magasiner");
    public string FreeShipping => Say("Free shipping in Canada", "Livraison gratuite au Canada");
    public string TrackedShipping => Say("Tracked delivery in Canada", "Livraison suivie au Canada");
    public string SecurePay => Say("Secure payment with Stripe", "Paiement sécurisé par Stripe");
    public string CadPrices => Say("Prices in Canadian dollars", "Prix en dollars canadiens");
    public string FollowParcel => Say("Follow every parcel", "Chaque colis est suivi");
    public string SoldOut => Say("Sold out", "Épuisé");
    public string From => Say("from", "à partir de");
    public string Filters => Say("Filters", "Filtres");
    public string Category => Say("Category", "Catégorie");
    public string Price => Say("Price", "Prix");
    public string Min => Say("Minimum", "Minimum");
    public string Max => Say("Maximum", "Maximum");
    public string InStockOnly => Say("In stock only", "En stock seulement");
    public string Apply => Say("Apply", "Appliquer");
    public string Clear => Say("Clear filters", "Effacer les filtres");
    public string SortBy => Say("Sort by", "Trier par");
    public string NothingFound => Say("Nothing matches.", "Aucun résultat.");
    public string NothingFoundHint => Say("Try fewer words or other filters.", "Essayez avec moins de mots ou d’autres filtres.");
    public string NothingYet => Say("The shelves are being filled. Please come back soon.", "Les rayons se remplissent. Revenez bientôt.");
    public string Previous => Say("Previous", "Précédent");
    public string Next => Say("Next", "Suivant");
    public string AddToCart => Say("Add to cart", "Ajouter au panier");
    public string Quantity => Say("Quantity", "Quantité");
    public string InStock => Say("In stock", "En stock");
    public string Details => Say("Details", "Détails");
    public string Description => Say("Description", "Description");
    public string CartEmpty => Say("Your cart is empty.", "Votre panier est vide.");
    public string KeepShopping => Say("Keep shopping", "Continuer à magasiner");
    public string Update => Say("Update", "Mettre à jour");
    public string Remove => Say("Remove", "Retirer");
    public string Subtotal => Say("Subtotal", "Sous-total");
    public string ShippingLine => Say("Shipping", "Livraison");
    public string Free => Say("Free", "Gratuite");
    public string Total => Say("Total", "Total");
    public string TaxesLater => Say("Taxes are added by province at checkout.", "Les taxes s’ajoutent selon la province à l’étape suivante.");
    public string ToCheckout => Say("Check out", "Passer à la caisse");
    public string Checkout => Say("Checkout", "Caisse");
    public string FixCart => Say("Please change or remove the marked items first.", "Veuillez d’abord modifier ou retirer les articles signalés.");
    public string Contactless => Say("Where shall we write?", "Où pouvons-nous vous écrire?");
    public string DeliverTo => Say("Where shall we deliver?", "Où devons-nous livrer?");
    public string Email => Say("E-mail", "Courriel");
    public string Name => Say("Full name", "Nom complet");
    public string Phone => Say("Phone", "Téléphone");
    public string PhoneHint => Say("The carrier needs it for delivery.", "Le transporteur en a besoin pour la livraison.");
    public string Line1 => Say("Street and number", "Numéro et rue");
    public string Line2 => Say("Apartment, suite (optional)", "Appartement, bureau (facultatif)");
    public string City => Say("City", "Ville");
    public string Province => Say("Province or territory", "Province ou territoire");
    public string Choose => Say("Choose…", "Choisir…");
    public string PostalCode => Say("Postal code", "Code postal");
    public string PostalRight => Say("Yes, this postal code is right", "Oui, ce code postal est exact");
    public string AcceptTerms => Say("I accept the", "J’accepte les");
    public string Marketing => Say("Send me news and offers by e-mail. I can stop any time.", "Envoyez-moi des nouvelles et des offres par courriel. Je peux me désabonner en tout temps.");
    public string Review => Say("Show total with taxes", "Voir le total avec taxes");
    public string ReviewAgain => Say("Update the total", "Mettre le total à jour");
    public string PayNow => Say("Pay", "Payer");
    public string PayHint => Say("You pay on Stripe’s secure page. We never see your card.", "Vous payez sur la page sécurisée de Stripe. Nous ne voyons jamais votre carte.");
    public string Summary => Say("Your order", "Votre commande");
    public string TakingYou => Say("Taking you to the secure payment page…", "Ouverture de la page de paiement sécurisée…");
    public string GoToPayment => Say("Go to payment", "Aller au paiement");
    public string NotPossible => Say("That did not work", "Cela n’a pas fonctionné");
    public string TryAgain => Say("Try again", "Réessayer");
    public string Order => Say("Order", "Commande");
    public string OrderNumber => Say("Order number", "Numéro de commande");
    public string Find => Say("Find my order", "Trouver ma commande");
    public string TrackHint => Say("Both are in the confirmation we sent you.", "Les deux figurent dans la confirmation que nous vous avons envoyée.");
    public string Thanks => Say("Thank you for your order!", "Merci de votre commande!");
    public string Confirming => Say("We are confirming your payment. This page refreshes by itself.", "Nous confirmons votre paiement. Cette page s’actualise d’elle-même.");
    public string NotPaid => Say("This order is not paid yet.", "Cette commande n’est pas encore payée.");
    public string PaymentFailed => Say("The last payment did not go through. You can try again.", "Le dernier paiement n’a pas abouti. Vous pouvez réessayer.");
    public string MailSent => Say("A confirmation is on its way to", "Une confirmation est en route vers");
    public string Tracking => Say("Tracking numbers", "Numéros de suivi");
    public string Address => Say("Delivery address", "Adresse de livraison");
    public string NotFound => Say("There is no page here.", "Il n’y a pas de page ici.");
    public string NotFoundHint => Say("It may have moved, or the product is no longer sold.", "Elle a peut-être été déplacée, ou le produit n’est plus vendu.");
    public string Home => Say("Home", "Accueil");

    public string Money(Money money)
    {
        var cents = Math.Abs(money.Amount).ToString("#,0.00", CultureInfo.InvariantCulture);
        var sign = money.Amount < 0 ? "−" : "";
        return language == "fr" ? $"{sign}{cents.Replace(',', '\u00a0').Replace('.', ',')}\u00a0$" : $"{sign}${cents}";
    }

    public string Date(DateTimeOffset at) => at.ToString(Say("MMMM d, yyyy", "d MMMM yyyy"), language == "fr" ? French : English);

    public string Rate(decimal percent) => percent.ToString("0.###", CultureInfo.InvariantCulture).Replace('.', language == "fr" ? ',' : '.') + Say("%", "\u00a0%");

    public string Results(int count) => count == 1 ? Say("1 product", "1 produit") : $"{count} {Say("products", "produits")}";

    public string OnlyLeft(int stock) => Say($"Only {stock} left", $"Plus que {stock} en stock");

    public string? Delivery(int? min, int? max) => (min, max) switch
    {
        (null, null) => null,
        ({ } from, { } to) when from != to => Say($"Delivered in {from}–{to} days", $"Livré en {from} à {to} jours"),
        _ => Say($"Delivered in about {max ?? min} days", $"Livré en {max ?? min} jours environ"),
    };

    public string Was(Money before) => Say($"The price changed since you added it; it was {Money(before)}.", $"Le prix a changé depuis l’ajout; il était de {Money(before)}.");

    public string Save(Money price, Money before) => Say("Save", "Économisez") + $" {Math.Round((1m - price.Amount / before.Amount) * 100m):0}\u00a0%";

    public string Status(OrderStatus status) => status switch
    {
        OrderStatus.AwaitingPayment => Say("Awaiting payment", "En attente de paiement"),
        OrderStatus.Pending => Say("Paid", "Payée"),
        OrderStatus.Placed => Say("Being prepared", "En préparation"),
        OrderStatus.Shipped => Say("On its way", "En route"),
        OrderStatus.Delivered => Say("Delivered", "Livrée"),
        OrderStatus.Cancelled => Say("Cancelled", "Annulée"),
        _ => status.ToString(),
    };

    public IReadOnlyList<KeyValuePair<string, string>> Sorts =>
    [
        new("relevance", Say("Best match", "Pertinence")), new("popular", Popular), new("newest", Say("Newest", "Plus récents")),
        new("price", Say("Price: low to high", "Prix croissant")), new("-price", Say("Price: high to low", "Prix décroissant")),
    ];
}
