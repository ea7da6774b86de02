// @ts-check
import { alternative } from './alternative.mjs';
import { dishboard, PROCESSORS } from './dishboard.mjs';
import { HOSTILE } from './hostile.mjs';
import { drawnInput, sampleInput } from './inputs.mjs';
import { looking } from './looking.mjs';
import { native } from './native.mjs';
import { visit } from './visit.mjs';

/** @typedef {import('./inputs.mjs').Input} Input */
/** @typedef {import('./part.mjs').Contender} Contender */
/** @typedef {import('./part.mjs').Ratio} Ratio */

const NATIVE = 'Native DuckDB, one thread';
/** @param {number} processors */
const onProcessors = (processors) => `Dishboard, ${processors} processors`;
const DISHBOARD = onProcessors(PROCESSORS.many);
const [MILLION, TEN_MILLION, HUNDRED_MILLION] = [1_000_000, 10_000_000, 100_000_000];

/** @param {Input} input */
const ourContenders = (input) => [
  native(NATIVE, input),
  dishboard(DISHBOARD, input),
  dishboard(onProcessors(PROCESSORS.few), input, PROCESSORS.few),
];

/** @param {Input} input */
const alternativeContenders = (input) => [
  alternative('PapaParse and Maps', 'papaparse', input),
  alternative('Arquero', 'arquero', input),
  alternative('sql.js (fed by PapaParse)', 'sqljs', input),
  alternative('DuckDB-WASM, the plain way', 'duckdb', input),
];

/** @param {readonly Contender[]} contenders @returns {Pick<import('./part.mjs').Part, 'contenders' | 'ratios'>} */
function race(contenders) {
  const [first, second] = contenders;
  /** @param {Contender} contender */
  const underNative = (contender) => (contender === first ? undefined : first);
  /** @param {Contender} contender */
  const underDishboard = (contender) => (contender === second ? undefined : second);
  return {
    contenders,
    ratios: [
      { key: 'wallToNative', of: 'wall', under: underNative },
      { key: 'cpuToNative', of: 'cpu', under: underNative },
      { key: 'wallToDishboard', of: 'wall', under: underDishboard },
    ],
  };
}

/** Compares native DuckDB and the page on the same files, in several formats. */
function forms() {
  /** @type {[string, import('./inputs.mjs').Form][]} */
  const forms = [
    ['plain', 'plain'],
    ['every field quoted', 'quoted'],
    ['UTF-16 with tabs', 'utf16'],
    ['gzip', 'gzip'],
  ];
  const pairs = forms.map(([words, form]) => {
    const input = drawnInput({ lines: MILLION, form });
    return [native(`Native, ${words}`, input), dishboard(`Dishboard, ${words}`, input)];
  });
  /** @param {Contender} contender */
  const under = (contender) => pairs.find(([, page]) => page === contender)?.[0];
  return {
    contenders: pairs.flat(),
    ratios: [
      { key: 'wallToNative', of: 'wall', under },
      { key: 'cpuToNative', of: 'cpu', under },
    ],
  };
}

const many = (/** @type {number} */ lines) => drawnInput({ lines, manyGuests: true });

/** @type {readonly import('./part.mjs').Part[]} */
export const PARTS = [
  {
    id: 'visit',
    title: 'Visits: the page with its sample, from a server on the same machine',
    isDefault: true,
    contenders: [visit('First visit', 0), visit('Third visit', 2)],
    ratios: [],
  },
  {
    id: 'looking',
    title: 'Reports on screen: from a click to what it asked for, painted',
    isDefault: true,
    contenders: [
      looking('1 million lines, about 700 customers', drawnInput({ lines: MILLION })),
      looking('1 million lines, customers drawn from 1 million names', many(MILLION)),
    ],
    ratios: [],
  },
  {
    id: '10m-looking',
    title: 'Reports of 10 million lines on screen: from a click to what it asked for, painted',
    isDefault: false,
    contenders: [
      looking('10 million lines, about 700 customers', drawnInput({ lines: TEN_MILLION })),
      looking('10 million lines, customers drawn from 1 million names', many(TEN_MILLION)),
    ],
    ratios: [],
  },
  {
    id: '150k',
    title: '150 thousand lines (the sample), about 700 customers',
    isDefault: true,
    ...race([...ourContenders(sampleInput), ...alternativeContenders(sampleInput)]),
  },
  {
    id: '1m',
    title: '1 million lines, about 700 customers',
    isDefault: true,
    ...race([
      ...ourContenders(drawnInput({ lines: MILLION })),
      ...alternativeContenders(drawnInput({ lines: MILLION })),
    ]),
  },
  {
    id: '1m-guests',
    title: '1 million lines, customers drawn from 1 million names',
    isDefault: true,
    ...race([...ourContenders(many(MILLION)), ...alternativeContenders(many(MILLION))]),
  },
  {
    id: 'forms',
    title: '1 million lines, about 700 customers, in four forms',
    isDefault: true,
    ...forms(),
  },
  {
    id: 'hostile',
    title: 'Files that nobody exports: the page must stay responsive',
    isDefault: false,
    contenders: HOSTILE.map(({ title, input }) => withoutTables(dishboard(title, input))),
    ratios: [],
  },
  {
    id: '10m',
    title: '10 million lines, about 700 customers',
    isDefault: false,
    ...race(ourContenders(drawnInput({ lines: TEN_MILLION }))),
  },
  {
    id: '10m-others',
    title: '10 million lines, about 700 customers, with the alternatives',
    isDefault: false,
    ...race([
      ...ourContenders(drawnInput({ lines: TEN_MILLION })).slice(0, 2),
      ...alternativeContenders(drawnInput({ lines: TEN_MILLION })),
    ]),
  },
  {
    id: '10m-guests',
    title: '10 million lines, customers drawn from 1 million names',
    isDefault: false,
    ...race(ourContenders(many(TEN_MILLION))),
  },
  {
    id: '100m',
    title: '100 million lines, about 700 customers',
    isDefault: false,
    ...race([
      native(`${NATIVE}, keeping sums`, drawnInput({ lines: HUNDRED_MILLION }), 'sums'),
      dishboard(DISHBOARD, drawnInput({ lines: HUNDRED_MILLION })),
    ]),
  },
];

/** @param {string | undefined} selected ids between commas @returns {readonly import('./part.mjs').Part[]} */
export function selectParts(selected) {
  if (selected === undefined) return PARTS.filter(({ isDefault }) => isDefault);
  const ids = new Set(selected.split(','));
  const parts = PARTS.filter(({ id }) => ids.delete(id));
  if (ids.size > 0) {
    const all = PARTS.map(({ id }) => id).join(', ');
    throw new Error(`unknown part ${[...ids].join(', ')}; the parts are ${all}`);
  }
  return parts;
}

/**
 * Removes the tables from the results, because no other contender has tables to compare them with.
 * @param {import('./part.mjs').Contender} contender
 * @returns {import('./part.mjs').Contender}
 */
function withoutTables(contender) {
  const run = async (/** @type {import('./part.mjs').Context} */ context) => ({
    figures: (await contender.run(context)).figures,
  });
  return { ...contender, run };
}
