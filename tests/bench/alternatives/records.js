// @ts-check
/**
 * Reads a file with PapaParse in blocks, trims the names, and converts prices to cents, whose sums
 * are exact.
 */
// @ts-expect-error -- the package has no types
import Papa from 'papaparse';

/**
 * @param {File} file
 * @param {(restaurant: string, dish: string, customer: string, cents: number) => void} take
 * @returns {Promise<void>}
 */
export function eachRecord(file, take) {
  let isHeader = true;
  return new Promise((resolve, reject) => {
    Papa.parse(file, {
      skipEmptyLines: true,
      chunk: (/** @type {{ data: string[][] }} */ { data }) => {
        for (const [restaurant = '', dish = '', customer = '', price = ''] of data) {
          if (isHeader) isHeader = false;
          else take(restaurant.trim(), dish.trim(), customer.trim(), toCents(price));
        }
      },
      complete: () => {
        resolve(undefined);
      },
      error: reject,
    });
  });
}

/** @param {string} price */
export function toCents(price) {
  return Math.round(Number(price) * 100);
}

/** @param {number} cents */
export function toMoney(cents) {
  return (cents / 100).toFixed(2);
}
