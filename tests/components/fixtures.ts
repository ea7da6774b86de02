/** The order files that component tests put on a page. */
import { readFileSync } from 'node:fs';
import { SAMPLE } from '../support/sample';

export interface Upload {
  readonly name: string;
  readonly content: string;
}

const HEADER = 'restaurant,dish,customer,price\n';
const LONG = 'n'.repeat(300);
const UNIVERSE = 'The Restaurant at the End of the Universe';

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const file = (name: string, content: string) => (): readonly Upload[] => [{ name, content }];

export const GUESTS = ['__proto__', 'Zoë', 'ﾗｰﾒﾝ太郎', '=cmd()', 'guest 10', 'guest 9'];

const BAD_ORDERS = times(60, () => 'A, tea,Bob,4.50');
const NAMES = ['<img src=x onerror=alert(1)>', 'قهوة', '海鮮丼', LONG];

/**
 * Order files. A page finds the recording of a file by its name and size, so no two files share
 * both.
 */
export const FIXTURES = {
  sample: (): readonly Upload[] => [{ name: 'data.csv', content: readFileSync(SAMPLE, 'utf8') }],
  week: file(
    'week.csv',
    `${HEADER}Luna,tea,Ann,4.50\nLuna,tea,Bob,4.50\nLuna,soup,Ann,9\nSol,rice,Cy,2\n`,
  ),
  /** More customers than a table shows at once. */
  few: file(
    'few.csv',
    `${HEADER}${times(30, (n) => `寿司バー,tea,${GUESTS[n] ?? `x ${String(n)}`},1.00`)}\nBar,tea,Zoë,5.00\nCafé,tea,guest 9,5.00\n`,
  ),
  tied: file(
    'tied.csv',
    `${HEADER}${['A', 'A', 'A', 'B', 'B', 'C', 'C', 'D'].map((each) => `${each},tea,Ann,1`).join('\n')}\n`,
  ),
  many: file('many.csv', `${HEADER}${times(1234, (n) => `A,tea,guest ${String(n)},1`)}\n`),
  names: file(
    'names.csv',
    `${HEADER}${NAMES.map((name, index) => `A,${name},Ann,${String(index + 1)}\n`.repeat(index + 1)).join('')}A,refund,Ann,-3\n`,
  ),
  /** A file without customers, as some tills write it. */
  till: file('till.csv', 'restaurant,dish,price\nA,tea,2\nB,tea,3\n'),
  /** A file without customers and prices. */
  dishes: file('dishes.csv', 'restaurant,dish\nInn,tea\nBar,tea\n'),
  one: file('one.csv', `${HEADER}A,tea,Ann,1\nA,tea,Bob,1\nA,soup,Ann,9\n`),
  large: file(
    'large.csv',
    `${HEADER}A,tea,Ann,99999999.99\nA,tea,Bob,99999999.99\nB,tea,Ann,99999999.99\n`,
  ),
  /** A total revenue of more than a trillion. */
  trillion: file(
    'trillion.csv',
    'restaurant,dish,customer,price,quantity\nA,tea,Ann,99999999.99,1000000\nA,tea,Bob,99999999.99,1000000\nB,tea,Ann,-99999999.99,12345\n',
  ),
  universe: file(
    'universe.csv',
    `restaurant,dish,customer\nInn,tea,Zqxqz\n"The Restaurant at the END of the Universe",tea,Zqxqz\n`,
  ),
  markup: file('markup.csv', `restaurant,dish,customer\n<b>The</b> ${UNIVERSE.slice(4)},tea,Bo\n`),
  longName: file('long.csv', `restaurant,dish\n${LONG},tea\n`),
  guests: file('guests.csv', `${HEADER}Inn,tea,Zqxqz,1\nBar,tea,Zqxqz,2\nBar,tea,Qzxqq,2\n`),
  /** Every kind of finding and of rejected record. */
  bad: file(
    'bad.csv',
    `restaurant_names,food_names,first_name,food_cost\n${BAD_ORDERS}\nA,tea,bob,450\nA,tea,Ann,-1.505\n,,Bob,free\nA,tea\nrestaurant_names,food_names,first_name,food_cost\nA,"tea,Bob,1\n${BAD_ORDERS}\nTotal,,,9\n`,
  ),
  tidied: file(
    'tidied.csv',
    `${HEADER}\nA, tea ,Bob,1.505\nA,"green\ntea",Bob,-2.00\nA,pie,Ann,0\nA,pie\n`,
  ),
  rejected: file('rejected.csv', `${HEADER}A,tea,Bob,1\n${'A,,Bob,free\n'.repeat(7)}A,tea\n`),
  wide: file(
    `${LONG.slice(0, 200)}.csv`,
    `${HEADER}${LONG},${LONG},${LONG},99999999.99\nB,tea,Bob,-1\n${LONG},,${LONG},${LONG}\n${LONG}\n`,
  ),
  orders: file('orders.csv', `${HEADER}${BAD_ORDERS}\n`),
  moreOrders: file(
    'orders.csv',
    `${HEADER}${BAD_ORDERS}\nA,soup,Ann,1\nA,soup,Ann,1\nB,tea,Bob,2\n`,
  ),
} as const satisfies Record<string, () => readonly Upload[]>;

export type FixtureName = keyof typeof FIXTURES;
