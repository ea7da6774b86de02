import type { Role } from '../lib/roles';

/** The header that every deployment before this one used. */
export const CANONICAL_HEADER = ['restaurant_names', 'food_names', 'first_name', 'food_cost'];

/** Names that tills and booking systems give a column, one list a language, the surest first. */
export const ALIASES: Readonly<Record<Role, readonly string[]>> = {
  restaurant: words(`
    restaurant_names, restaurant_name, restaurant, restaurants, store name, store, shop name, shop,
    outlet name, outlet, venue name, venue, branch name, branch, location name, location
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
    item name, item, product name, product
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
    visitor name, visitor, customer id, guest id
    氏名, 顧客名, お客様名, 客名, 名前, 顧客, 会員名
    Kunde, Kundenname, Gast, Gastname, Vorname
    nom du client, prénom, convive
    cliente, nombre del cliente, comensal
    nome cliente, ospite, klant, klantnaam, nome do cliente
    顾客, 客户, 顾客姓名, 姓名, 고객, 고객명
  `),
  price: words(`
    food_cost, food price, dish price, item price, product price, unit price, price, cost
    金額, 単価, 価格, 値段, 料金
    Preis, Einzelpreis, Stückpreis, Betrag
    prix, prix unitaire, montant
    precio, precio unitario, importe
    prezzo, prezzo unitario, importo
    preço, preço unitário, prijs, stukprijs
    价格, 单价, 金额, 가격, 단가, 금액
  `),
  quantity: words(`
    quantity, qty, item quantity, order quantity
    数量, 個数
    Menge, Anzahl, Stückzahl, quantité, qté, cantidad, quantità, quantidade, aantal
    수량
  `),
};

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
