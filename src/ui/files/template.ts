/** The content of `public/dishboard_template.csv`; a test compares the two. */
export const TEMPLATE_NAME = 'dishboard_template.csv';

export const TEMPLATE_COLUMNS = [
  { role: 'restaurant', name: 'restaurant_names', isNumber: false },
  { role: 'dish', name: 'food_names', isNumber: false },
  { role: 'customer', name: 'first_name', isNumber: false },
  { role: 'price', name: 'food_cost', isNumber: true },
  { role: 'quantity', name: 'quantity', isNumber: true },
] as const;

export const TEMPLATE_ROWS = [
  ['Harbour Kitchen', 'fish soup', 'Ann', '8.50', '1'],
  ['Harbour Kitchen', 'iced tea', 'Ann', '3.00', '2'],
  ['Harbour Kitchen', 'fish soup', 'Ben', '8.50', '1'],
  ['Corner Bakery', 'apple cake', 'Ann', '4.20', '3'],
] as const;
