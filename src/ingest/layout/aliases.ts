import type { PerRole } from '../../domain/roles';

export const CANONICAL_NAMES: PerRole<string> = {
  restaurant: 'restaurant_names',
  dish: 'food_names',
  customer: 'first_name',
  price: 'food_cost',
  quantity: 'quantity',
};

/** The header of the original order export. */
export const CANONICAL_HEADER = [
  CANONICAL_NAMES.restaurant,
  CANONICAL_NAMES.dish,
  CANONICAL_NAMES.customer,
  CANONICAL_NAMES.price,
];

/** Column names that tills and booking systems use, by language, most specific first. */
export const ALIASES: PerRole<readonly string[]> = {
  restaurant: words(`
    restaurant_names, restaurant_name, restaurant, restaurants, store name, store, shop name, shop,
    outlet name, outlet, venue name, venue, branch name, branch, establishment, location name,
    store location, location
    店舗名, 店舗名称, 店舗, 店名, 店鋪名, レストラン名, レストラン
    Filiale, Betrieb, Standort, Lokal, Restaurantname, Gaststätte
    nom du restaurant, établissement, nom établissement, enseigne, magasin, point de vente
    restaurante, nombre del restaurante, local, sucursal, tienda, centro
    ristorante, nome ristorante, punto vendita
    estabelecimento, loja, vestiging, zaak
    餐厅, 餐厅名称, 门店, 门店名称, 店铺名称, 店铺, 商户名称, 매장, 매장명, 식당, 지점명, 가맹점명
    restaurant id, store id, shop id, outlet id, branch id
  `),
  dish: words(`
    food_names, food_name, food item, food, dish name, dish, dishes, menu item name, menu item,
    item name, item, product name, product, dish ordered, item ordered, order item, item title,
    product title, lineitem name, item description, product detail
    商品名, 商品名称, 品名, 品目, メニュー名, メニュー名称, メニュー, 料理名, 料理, 商品
    Gericht, Speise, Speisename, Artikel, Artikelname, Artikelbezeichnung, Artikeltext, Produkt,
    Produktname, Bezeichnung
    plat, nom du plat, article, libellé article, libellé produit, nom du produit, produit, désignation
    plato, producto, artículo, nombre del producto, nombre producto
    piatto, prodotto, nome prodotto, articolo
    prato, produto, gerecht
    菜品, 菜名, 菜品名称, 商品名称, 메뉴, 메뉴명, 상품명, 품명, 상품
  `),
  customer: words(`
    first_name, customer name, customer, guest name, guest, client name, client, visitor name,
    visitor, diner, member name, customer full name, guest full name, full name, billing name
    氏名, 顧客名, お客様名, お名前, 客名, 名前, 顧客, 会員名, 会員名称, 予約者名
    Kunde, Kundenname, Gast, Gastname, Vorname
    nom du client, nom client, prénom, convive
    cliente, nombre del cliente, nombre cliente, comensal
    nome cliente, nominativo, ospite, klant, klantnaam, nome do cliente
    顾客, 客户, 顾客姓名, 客户姓名, 会员姓名, 姓名, 고객, 고객명, 주문자명, 주문자, 회원명
    customer id, guest id, client id, member id
  `),
  price: words(`
    food_cost, food price, dish price, item price, product price, unit price, price per item,
    price per unit, price each, lineitem price, menu price, selling price, retail price, unit cost,
    item cost, price, cost
    単価, 販売単価, 商品単価, 商品価格, 価格, 値段, 料金
    Einzelpreis, Stückpreis, VK-Preis, Preis
    prix unitaire, prix unitaire TTC, prix unitaire HT, PU TTC, PU HT, PU, prix TTC, prix
    precio unitario, precio unidad, PVP, precio
    prezzo unitario, P. Unitario, prezzo
    preço unitário, valor unitário, preço unit, preço, stukprijs, prijs, cena
    单价, 菜品单价, 销售单价, 价格, 단가, 판매단가, 판매가, 가격
  `),
  quantity: words(`
    quantity, qty, item quantity, item qty, order quantity, quantity ordered, qty ordered,
    quantity sold, qty sold, units sold, items sold, lineitem quantity, unit quantity,
    transaction qty, number of items, units, sold, pcs
    数量, 個数, 販売数, 販売数量, 点数, 注文数
    Menge, Anzahl, Stückzahl, Stück, Stk, verkaufte Menge
    quantité, qté, qte vendue, nb
    cantidad, cant, uds, unidades
    quantità, qta, q.tà, pezzi
    quantidade, qtd, qtde, aantal, hoeveelheid, stuks, ilość
    数量, 菜品数量, 份数, 销量, 수량, 판매수량, 주문수량, 개수
  `),
};

/**
 * Column names that mean a line total. A unit price is preferred to a line total if there is a
 * quantity column.
 */
export const LINE_TOTAL_ALIASES: readonly string[] = words(`
  line total, item total, line amount, item revenue, item subtotal, gross amount, net amount,
  gross price, net price, gross sales, net sales, product sales, total sales, sales amount, sales,
  revenue, total price, amount
  金額, 販売金額, 税込金額, 税抜金額, 売上金額, 売上高, 売上
  Gesamtpreis, Positionsbetrag, Betrag, Bruttoumsatz, Nettoumsatz, Umsatz
  prix total, total ligne, montant TTC, montant HT, montant, chiffre d'affaires
  precio total, importe, venta, ventas
  prezzo totale, importo
  preço total, valor total, valor, totaalprijs, bedrag, wartość
  金额, 销售金额, 菜品金额, 实收金额, 금액, 판매금액, 매출액, 실매출액
`);

/**
 * Column names that mean the total of a line or of a whole order. If there is a dish column, an
 * order can have several lines, so the user is asked.
 */
export const ORDER_TOTAL_ALIASES: readonly string[] = words(`
  order amount, order total, order value, order total amount, bill amount, bill subtotal, total spent,
  total spend, transaction amount, cost of the order, final price, total revenue, total amount,
  amount paid, grand total, subtotal, total
  小計, 合計金額, 合計
  Summe, Gesamt, Rechnungsbetrag
  montant total, total TTC
  importe total
  importo totale, totale, totaal
  总价, 总额, 합계, 총액, 주문금액
`);

export const COST_ALIASES: readonly string[] = words(`
  cost price, purchase cost, purchase price, buying price, production cost, making cost, dish cost,
  recipe cost, ingredient cost, ingredients cost, plate cost, portion cost, cost per portion,
  cost per unit, cost each, cost of goods, cost of goods sold, cogs, costs
  原価, 料理原価, 商品原価, 仕入, 仕入値, 仕入価格, 仕入れ値, 仕入れ価格, 仕入原価, 原価単価, 製造原価, 材料費, 食材費
  Einkaufspreis, EK, EK-Preis, Einkauf, Wareneinsatz, Kosten, Herstellkosten, Selbstkosten, Stückkosten,
  Rezepturkosten, Materialkosten
  coût, coûts, coût unitaire, coût matière, prix d'achat, prix de revient
  coste, costo, coste unitario, costo unitario, precio de compra, precio de coste
  prezzo di acquisto, prezzo d'acquisto, costo piatto, costo materie prime
  custo, custo unitário, preço de custo, kostprijs, inkoopprijs, inkoop, koszt
  成本, 成本价, 单位成本, 进价, 采购价, 원가, 재료비, 매입가, 매입단가
`);

/** Column names that can mean a price or a cost. They mean a cost if hardly any dish repeats. */
export const COST_OR_PRICE_ALIASES: readonly string[] = words(`
  food_cost, unit cost, item cost, cost
`);

/** Column names that occur in bank statements but not in order exports. */
export const BANK_ALIASES: readonly string[] = words(`
  balance, running balance, debit, credit, debit amount, credit amount, iban, bic, account,
  account number, payee, value date, booking date, posting date, post date, posted date,
  started date, completed date, transaction type, original description, card no, money in,
  money out, paid in, paid out, withdrawal
  Saldo, Kontostand, Soll, Haben, Buchungstag, Wertstellung, Valuta, Verwendungszweck, Auftraggeber
  solde, débit, crédit, débit euros, crédit euros, date de valeur
  fecha valor, concepto, cargo, abono, dare, avere
  tegenrekening, af bij, mutatiesoort, mededelingen
  残高, 入金, 出金, お支払金額, お預り金額, お引出し, お預入れ, お取り扱い内容, 摘要, 余额, 잔액
`);

function words(lists: string): string[] {
  return lists.split(/[,\n]/).map(normalise).filter(Boolean);
}

/**
 * Folds case, accents, width, spaces and punctuation, so that spellings of a column name compare
 * equal.
 */
export function normalise(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
