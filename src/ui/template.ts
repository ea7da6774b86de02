/** What `public/dishboard_template.csv` holds, for the page to show; a test holds the two together. */
export const TEMPLATE_NAME = 'dishboard_template.csv';

export const TEMPLATE_COLUMNS = [
  { role: 'Restaurant', name: 'restaurant_names', isNumber: false },
  { role: 'Dish', name: 'food_names', isNumber: false },
  { role: 'Customer', name: 'first_name', isNumber: false },
  { role: 'Price', name: 'food_cost', isNumber: true },
  { role: 'Quantity', name: 'quantity', isNumber: true },
] as const;

export const TEMPLATE_ROWS = [
  ['Harbour Kitchen', 'fish soup', 'Ann', '8.50', '1'],
  ['Harbour Kitchen', 'iced tea', 'Ann', '3.00', '2'],
  ['Harbour Kitchen', 'fish soup', 'Ben', '8.50', '1'],
  ['Corner Bakery', 'apple cake', 'Ann', '4.20', '3'],
] as const;
