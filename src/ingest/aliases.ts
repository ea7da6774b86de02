import type { PerRole } from '../lib/roles';

export const CANONICAL_NAMES: PerRole<string> = {
  restaurant: 'restaurant_names',
  dish: 'food_names',
  customer: 'first_name',
  price: 'food_cost',
  quantity: 'quantity',
};

/** The header that every deployment before this one used. */
export const CANONICAL_HEADER = [
  CANONICAL_NAMES.restaurant,
  CANONICAL_NAMES.dish,
  CANONICAL_NAMES.customer,
  CANONICAL_NAMES.price,
];

/** Names that tills and booking systems give a column, one list a language, the surest first. */
export const ALIASES: PerRole<readonly string[]> = {
  restaurant: words(`
    restaurant_names, restaurant_name, restaurant, restaurants, store name, store, shop name, shop,
    outlet name, outlet, venue name, venue, branch name, branch, location name, location,
    restaurant id, store id, shop id, outlet id, branch id
    店舗名, 店舗, 店名, レストラン名, レストラン
    Filiale, Betrieb, Standort, Lokal, Restaurantname
    nom du restaurant, établissement, magasin, point de vente
    restaurante, nombre del restaurante, local, sucursal, tienda
    ristorante, nome ristorante, locale, punto vendita
    estabelecimento, loja, vestiging, zaak
    餐厅, 餐厅名称, 门店, 门店名称, 매장, 매장명, 식당
  `),
  dish: words(`
    food_names, food_name, food item, food, dish name, dish, dishes, menu item name, menu item,
    item name, item, product name, product, dish ordered, item ordered, order item, item title
    商品名, 品名, メニュー名, メニュー, 料理名, 料理, 商品
    Gericht, Speise, Artikel, Artikelname, Artikelbezeichnung, Produkt, Bezeichnung
    plat, nom du plat, article, produit, désignation
    plato, producto, artículo, nombre del producto
    piatto, prodotto, articolo
    prato, produto, gerecht
    菜品, 菜名, 菜品名称, 商品名称, 메뉴, 메뉴명, 상품명
  `),
  customer: words(`
    first_name, customer name, customer, customers, guest name, guest, client name, client,
    visitor name, visitor, diner, member name, customer full name, full name,
    customer id, guest id, client id, member id, user name, user id
    氏名, 顧客名, お客様名, 客名, 名前, 顧客, 会員名
    Kunde, Kundenname, Gast, Gastname, Vorname
    nom du client, prénom, convive
    cliente, nombre del cliente, comensal
    nome cliente, ospite, klant, klantnaam, nome do cliente
    顾客, 客户, 顾客姓名, 姓名, 고객, 고객명
  `),
  price: words(`
    food_cost, food price, dish price, item price, product price, unit price, price per item,
    price each, selling price, price, cost
    単価, 価格, 値段, 料金
    Einzelpreis, Stückpreis, Preis
    prix unitaire, prix
    precio unitario, precio
    prezzo unitario, prezzo
    preço unitário, preço, stukprijs, prijs
    单价, 价格, 단가, 가격
  `),
  quantity: words(`
    quantity, qty, item quantity, order quantity, quantity ordered, qty ordered, number of items
    数量, 個数
    Menge, Anzahl, Stückzahl, quantité, qté, cantidad, quantità, quantidade, aantal
    수량
  `),
};

/** Names of a price that is the line's already, whatever its quantity: taken where no price of one is there. */
export const LINE_TOTAL_ALIASES: readonly string[] = words(`
  line total, item total, line amount, total price, order amount, order total, order value,
  gross amount, net amount, gross sales, net sales, sales amount, sales, revenue, amount, subtotal,
  total amount, amount paid, total
  金額, 売上金額, 売上, 小計, 合計金額, 合計
  Gesamtpreis, Positionsbetrag, Betrag, Umsatz, Summe, Gesamt
  prix total, montant total, montant, total ligne, chiffre d'affaires
  precio total, importe total, importe, venta, ventas
  prezzo totale, importo totale, importo, totale
  preço total, valor total, valor, totaalprijs, bedrag, totaal
  总价, 总额, 金额, 금액, 합계, 총액
`);

/** Names that a statement of a bank account has and an order export has not. */
export const BANK_ALIASES: readonly string[] = words(`
  balance, running balance, debit, credit, iban, bic, account, account number, payee, value date,
  booking date, posting date, transaction type, paid in, paid out, withdrawal, deposit, reference
  Saldo, Kontostand, Soll, Haben, Buchungstag, Wertstellung, Valuta, Verwendungszweck, Auftraggeber
  solde, débit, crédit, libellé, date de valeur, fecha valor, concepto, cargo, abono, dare, avere
  残高, 入金, 出金, お支払金額, お預り金額, 摘要, 余额, 잔액
`);

function words(lists: string): string[] {
  return lists.split(/[,\n]/).map(normalise).filter(Boolean);
}

/** Case, accents, width, spaces and punctuation do not tell two column names apart. */
export function normalise(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
