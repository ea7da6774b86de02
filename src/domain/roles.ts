export const ROLES = ['restaurant', 'dish', 'customer', 'price', 'quantity'] as const;
export type Role = (typeof ROLES)[number];

export type PerRole<T> = Readonly<Record<Role, T>>;

export function perRole<T>(make: (role: Role) => T): PerRole<T> {
  return {
    restaurant: make('restaurant'),
    dish: make('dish'),
    customer: make('customer'),
    price: make('price'),
    quantity: make('quantity'),
  };
}
