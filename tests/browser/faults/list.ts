/**
 * The faults that the page survives. For each fault, a test of the same name causes it in Chromium.
 */
import { en } from '../../../src/i18n/messages/en';

export interface Fault {
  readonly happens: string;
  /** The sentence that the page shows; null if it shows none. */
  readonly says: string | null;
  readonly wayOn: string;
}

const what = en.failures.what;
const { failure, cancel } = en.screens;
const again = `\`${failure.retry}\``;
const reload = `\`${failure.reload}\``;
const nextFile = 'the next file';
const engineNotDownloaded = what['engine not downloaded'].title;
const engineStopped = what['engine stopped'].title;
const readerStopped = what['reader stopped'].title;

export const FAULTS = {
  'engine once': {
    happens: 'The engine’s download fails once, or twice',
    says: null,
    wayOn: 'it is tried three times, with a pause before each',
  },
  'engine refused': {
    happens: 'The server has an error in place of the engine',
    says: engineNotDownloaded,
    wayOn: `${again}, or ${nextFile}`,
  },
  'engine unreachable': {
    happens: 'The connection for the engine is refused',
    says: engineNotDownloaded,
    wayOn: `${again}, or ${nextFile}`,
  },
  'engine cut': {
    happens: 'The engine’s download is cut half-way',
    says: engineNotDownloaded,
    wayOn: `${again}, or ${nextFile}`,
  },
  'engine stalls': {
    happens: 'Nothing more of the engine comes for thirty seconds',
    says: engineNotDownloaded,
    wayOn: `${again}, or ${nextFile}`,
  },
  'engine altered': {
    happens: 'One byte of the engine is another (checksum)',
    says: engineNotDownloaded,
    wayOn: `${again}, past the browser’s cache`,
  },
  'engine shorter': {
    happens: 'The engine is a shorter one, whole in itself',
    says: engineNotDownloaded,
    wayOn: `${again}, past the browser’s cache`,
  },
  part: {
    happens: 'A part of the page does not come',
    says: what['page not downloaded'].title,
    wayOn: `${again}, ${nextFile}, or ${reload}`,
  },
  'engine script': {
    happens: 'The script of the engine’s worker is cut',
    says: engineNotDownloaded,
    wayOn: `${again}, or ${nextFile}`,
  },
  'reader script': {
    happens: 'The script of the workers that read is cut',
    says: what['page not downloaded'].title,
    wayOn: `${again}, ${nextFile}, or ${reload}`,
  },
  entry: {
    happens: 'The page’s own script does not come',
    says: what['page not downloaded'].title,
    wayOn: reload,
  },
  sample: {
    happens: 'The sample does not come',
    says: what['sample not downloaded'].title,
    wayOn: `${again}, or ${nextFile}`,
  },
  'sample under the lock': {
    happens: 'The sample does not come, and a file has locked the page meanwhile',
    says: what['sample out of reach'].title,
    wayOn: `${reload}, or ${nextFile}`,
  },
  'engine gone idle': {
    happens: 'The engine’s worker throws while nothing is asked of it',
    says: null,
    wayOn: 'the next load starts another',
  },
  'engine gone silently': {
    happens: 'The engine’s worker ends without a word',
    says: null,
    wayOn: 'the next load asks whether it is there, and starts another',
  },
  'engine gone, picking': {
    happens: 'The engine’s worker throws, and a restaurant is picked',
    says: what['engine lost'].title,
    wayOn: `\`${failure.readAgain}\`: then it is picked`,
  },
  'engine gone in a load': {
    happens: 'The engine’s worker throws in the middle of a load',
    says: engineStopped,
    wayOn: `${again}, or ${nextFile}`,
  },
  'engine trapped': {
    happens: 'The engine traps (`unreachable`) in the middle of a load',
    says: engineStopped,
    wayOn: `${again}, or ${nextFile}`,
  },
  'engine silent': {
    happens: 'The engine answers nothing any more in the middle of a load',
    says: null,
    wayOn: `\`${cancel}\`; ${nextFile} waits twenty seconds for it, then starts another`,
  },
  'engine not started': {
    happens: 'The browser starts no worker for the engine',
    says: what['engine not started'].title,
    wayOn: `${again}, ${nextFile}, or ${reload}`,
  },
  'engine never starts': {
    happens: 'The engine’s worker never answers, from the beginning',
    says: what['engine not started'].title,
    wayOn: `after two minutes ${again}, ${nextFile}, or ${reload}`,
  },
  'reader gone': {
    happens: 'The worker that reads a file throws in the middle of it',
    says: readerStopped,
    wayOn: `${again}, or ${nextFile}`,
  },
  'looker gone': {
    happens: 'The worker that looks at files throws while it looks',
    says: readerStopped,
    wayOn: `${again}, or ${nextFile}`,
  },
  'reader not started': {
    happens: 'The browser starts no worker for reading',
    says: readerStopped,
    wayOn: `${again}, or ${nextFile}`,
  },
  'engine out of memory': {
    happens: 'WebAssembly gives the engine no more memory',
    says: what['out of memory'].title,
    wayOn: 'a smaller file, in a new engine',
  },
  'reader out of memory': {
    happens: 'A reader gets no memory for what it reads',
    says: what['out of memory'].title,
    wayOn: `${again}, or a smaller file`,
  },
  'file changed': {
    happens: 'The file is changed while it is read',
    says: what['file changed'].title,
    wayOn: 'the file, chosen again',
  },
  'file deleted': {
    happens: 'The file is deleted while it is read',
    says: what['file changed'].title,
    wayOn: nextFile,
  },
  'storage forbidden': {
    happens: 'The browser forbids all storage',
    says: null,
    wayOn: 'nothing is remembered',
  },
  'storage full': {
    happens: 'The browser’s storage is full',
    says: null,
    wayOn: 'nothing more is remembered',
  },
  'no frames': {
    happens: 'The tab is hidden, and no frame is drawn in it',
    says: null,
    wayOn: 'the load goes on; the charts are there when it is shown',
  },
  frozen: {
    happens: 'The tab is frozen in the middle of a load',
    says: null,
    wayOn: 'the load goes on when it is shown',
  },
  'second tab': {
    happens: 'A second tab of the page is open',
    says: null,
    wayOn: 'each has its own reports and settings',
  },
  'download not made': {
    happens: 'A file to download cannot be made',
    says: en.screens.downloadFailed,
    wayOn: 'the same button',
  },
  uncaught: {
    happens: 'An error of ours that nobody expected',
    says: what.unexpected.title,
    wayOn: `${again}, or ${nextFile}`,
  },
  'cancelled anywhere': {
    happens: 'A load is cancelled, at any of its steps',
    says: null,
    wayOn: nextFile,
  },
  'cancelled in a question': {
    happens: 'A load is cancelled where it asks something',
    says: null,
    wayOn: nextFile,
  },
  'cancelled at the very end': {
    happens: 'A load is cancelled when the engine has taken its tables over already',
    says: what['engine lost'].title,
    wayOn: `\`${failure.readAgain}\`, once more is asked of the old reports`,
  },
  'old browser': {
    happens: 'The browser lacks what the page needs',
    says: 'This browser is too old for this page.',
    wayOn: 'another browser; neither the engine nor a part was asked for',
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

/** The text of `docs/faults.md`. */
export function asMarkdown(): string {
  const heads = ['What happens', 'What the page says', 'The way on'];
  const rows = Object.values<Fault>(FAULTS).map(({ happens, says, wayOn }) => [
    happens,
    says ?? '–',
    wayOn,
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [
    '# Faults survived',
    '',
    'Each is injected in Chromium by the test of `tests/browser/faults` that bears its name, and followed there by a load with the right figures. What was on screen before stays on screen. Written from the tests’ own list by `npm run faults`; a sentence in it is what the test waits for.',
    '',
    line(heads),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
    '',
  ].join('\n');
}
