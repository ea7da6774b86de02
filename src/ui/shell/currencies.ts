/** Currencies to choose from: the most common first, then all that the browser knows. */
import { locale } from '../../i18n/locale';

const FIRST = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'KRW', 'TWD', 'HKD', 'SGD', 'AUD', 'CAD', 'CHF'];

export interface Currency {
  /** The ISO 4217 code. */
  readonly code: string;
  /** The name in the page's language. */
  readonly name: string;
}

export function currencies(): readonly Currency[] {
  const names = new Intl.DisplayNames(locale().language, { type: 'currency' });
  const named = (code: string): Currency => ({ code, name: names.of(code) ?? code });
  const others = Intl.supportedValuesOf('currency').filter((code) => !FIRST.includes(code));
  return [...FIRST, ...others].map(named);
}
