import type { RawOrders } from '../../../src/exports/bigquery/raw-orders';

export const ORDERS: RawOrders = {
  columns: [
    { header: 'restaurant_names', role: 'restaurant' },
    { header: 'food_names', role: 'dish' },
    { header: 'first_name', role: 'customer' },
    { header: 'food_cost', role: 'price' },
  ],
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerLines: 1,
  decimalMark: '.',
  priceIs: 'unit price',
  restaurant: null,
};
