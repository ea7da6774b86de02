import { ROLES, type Role } from '../lib/roles';

/** The header that every deployment before this one used. */
export const CANONICAL_HEADER = ['restaurant_names', 'food_names', 'first_name', 'food_cost'];

export const REQUIRED_ROLES: readonly Role[] = ['restaurant', 'dish', 'customer', 'price'];

/** Names that tills and booking systems give a column, the surest first, as `normalise` leaves them. */
const ALIASES: Readonly<Record<Role, readonly string[]>> = {
  restaurant: [
    'restaurantnames',
    'restaurantname',
    'restaurant',
    'restaurants',
    'storename',
    'store',
    'shopname',
    'shop',
    'outletname',
    'outlet',
    'venuename',
    'venue',
    'branchname',
    'branch',
    'locationname',
    'location',
  ],
  dish: [
    'foodnames',
    'foodname',
    'fooditem',
    'food',
    'dishname',
    'dish',
    'dishes',
    'menuitemname',
    'menuitem',
    'itemname',
    'item',
    'productname',
    'product',
  ],
  customer: [
    'firstname',
    'customername',
    'customer',
    'customers',
    'guestname',
    'guest',
    'clientname',
    'client',
    'visitorname',
    'visitor',
    'customerid',
    'guestid',
  ],
  price: [
    'foodcost',
    'foodprice',
    'dishprice',
    'itemprice',
    'productprice',
    'unitprice',
    'price',
    'cost',
  ],
  quantity: ['quantity', 'qty', 'itemquantity', 'orderquantity'],
};

/** Case, accents, spaces and punctuation do not tell two column names apart. */
export function normalise(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The column of each role, from 0; where several fit, the surest name wins, then the leftmost. */
export function matchColumns(header: readonly string[]): Partial<Record<Role, number>> {
  const names = header.map(normalise);
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    for (const alias of ALIASES[role]) {
      const column = names.indexOf(alias);
      if (column < 0) continue;
      columns[role] = column;
      break;
    }
  }
  return columns;
}
