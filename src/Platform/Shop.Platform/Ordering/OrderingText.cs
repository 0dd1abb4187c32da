using System.Globalization;

namespace Shop.Platform.Ordering;

/// <summary>What Ordering says to shoppers, in English and French.</summary>
internal sealed class OrderingText(string language)
{
    public string Gone => Say("No longer sold. Please remove it.", "N’est plus vendu. Veuillez le retirer.");
    public string SoldOut => Say("Sold out.", "Épuisé.");
    public string Quantity => Say("Choose between 1 and 99 pieces.", "Choisissez entre 1 et 99 pièces.");
    public string CartFull => Say("A cart holds at most 50 different items.", "Un panier contient au plus 50 articles différents.");
    public string Email => Say("Enter an e-mail address such as name@example.com.", "Entrez une adresse courriel comme nom@exemple.com.");
    public string Name => Say("Enter the full name of the person who receives the parcel.", "Entrez le nom complet de la personne qui reçoit le colis.");
    public string Phone => Say("Enter a Canadian phone number with area code, such as 514 555 0199.", "Entrez un numéro canadien avec indicatif, comme 514 555-0199.");
    public string Line1 => Say("Enter street and number.", "Entrez le numéro et la rue.");
    public string City => Say("Enter the city.", "Entrez la ville.");
    public string Province => Say("Choose a province or territory.", "Choisissez une province ou un territoire.");
    public string PostalCode => Say("Enter a Canadian postal code such as H2X 1Y4.", "Entrez un code postal canadien comme H2X 1Y4.");
    public string Terms => Say("Please accept the terms of sale.", "Veuillez accepter les conditions de vente.");
    public string TooLong => Say("This is too long.", "C’est trop long.");
    public string CheckFields => Say("Please check the marked fields.", "Veuillez vérifier les champs signalés.");
    public string CartEmpty => Say("Your cart is empty.", "Votre panier est vide.");
    public string CartBlocked => Say("Something in your cart cannot be bought any more. Please look at the cart.", "Un article de votre panier n’est plus offert. Veuillez vérifier le panier.");
    public string NotShippable => Say("Something in your cart cannot be delivered to this province right now.", "Un article de votre panier ne peut pas être livré dans cette province en ce moment.");
    public string KeyReused => Say("This request was already used for another order.", "Cette demande a déjà servi à une autre commande.");
    public string NoSuchOrder => Say("We found no order with this number and e-mail address.", "Aucune commande ne correspond à ce numéro et à cette adresse courriel.");
    public string TooOften => Say("Too many tries. Please wait a minute.", "Trop d’essais. Veuillez patienter une minute.");
    public string NotPayable => Say("This order cannot be paid any more.", "Cette commande ne peut plus être payée.");
    public string OrderChanged => Say("Price or stock changed since you ordered, so this order was cancelled. Your cart has the current prices.", "Le prix ou le stock a changé depuis votre commande; elle est annulée. Votre panier affiche les prix actuels.");

    public string OnlyLeft(int stock) => string.Create(CultureInfo.InvariantCulture, $"{Say("Only", "Il n’en reste que")} {stock}{Say(" left.", ".")}");

    public string PostalQuestion(string code, string province) => Say(
        $"{code} does not look like a postal code of {province}. If the address is right, tick the box below.",
        $"{code} ne semble pas être un code postal de cette province : {province}. Si l’adresse est exacte, cochez la case ci-dessous.");

    public string TotalChanged(string total) => Say(
        $"The total is now {total} $. Please check it and confirm.", $"Le total est maintenant de {total} $. Veuillez le vérifier et confirmer.");

    private string Say(string english, string french) => language == "fr" ? french : english;
}
