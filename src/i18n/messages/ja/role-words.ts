import type { PerRole } from '../../../domain/roles';

/** The names of the column roles. */
export const ROLE_WORDS: PerRole<string> = {
  restaurant: 'レストラン',
  dish: '料理',
  customer: 'お客様',
  price: '価格',
  quantity: '数量',
};
