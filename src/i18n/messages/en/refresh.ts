import { formatCount, formatNumberOf } from '../../format';
import { text } from '../../text';

const pastOne = (file: string, files: number) =>
  files === 1 ? file : `${file} and ${formatNumberOf(files - 1, 'other file')}`;

/** Files read again, what is remembered on this device, and what has changed since. */
export const refresh = {
  reload: 'Reload from disk',
  chooseAgain: 'Choose the files again',
  chooseHint: 'This browser cannot read files again by itself.',
  unchanged: 'Nothing has changed on disk.',
  changed: {
    one: (file: string) => text`${{ name: file }} has changed on disk.`,
    added: (file: string) => text`${{ name: file }} is new in the folder.`,
    several: (files: number) => [`${formatNumberOf(files, 'file')} have changed on disk.`],
  },
  changedLabel: 'Changed files',
  dismiss: 'Dismiss',

  remember: 'Remember these reports on this device',
  rememberHint:
    'Keeps names (guests’ too) and sums, no order line, in this browser alone, to compare the next load with. “Settings” has “Forget everything”.',
  rememberHidden:
    'Keeps names (not the guests’) and sums, no order line, in this browser alone, to compare the next load with. “Settings” has “Forget everything”.',
  remembered: 'Remembered in this browser.',
  notRemembered: {
    forbidden: 'The browser keeps nothing for this page, so these reports are not remembered.',
    full: 'The browser has no room left, so these reports are not remembered.',
    'too many names':
      'There are too many names in these reports, so they are not remembered: at most 10,000 restaurants and 100,000 dishes on their menus are.',
    stopped: 'What reads the reports has stopped, so they are not remembered.',
  },

  /** What was remembered when the page is opened. */
  last: (file: string, files: number, moment: string, lines: number) =>
    text`Last time: ${{ name: pastOne(file, files) }}, ${moment}, ${formatNumberOf(lines, 'line')}.`,

  files: pastOne,
  since: {
    /** `change`: `+3.2%` or `−12.50`. */
    changed: (change: string, when: string) => `${change} since ${when}`,
    same: (when: string) => `the same since ${when}`,
    was: (figure: string, file: string, moment: string) => `${figure} in ${file}, ${moment}`,
    label: (change: string, before: string) => `${change}; before: ${before}`,
  },
  moves: {
    up: (places: number) => `up ${formatNumberOf(places, 'place')}`,
    down: (places: number) => `down ${formatNumberOf(places, 'place')}`,
    new: 'new',
    /** Who stood there before. */
    was: (name: string) => text`before: ${{ name }}`,
  },
  changes: {
    label: 'What has changed',
    compare: 'Compare with',
    lastLoad: 'Last load',
    nothing: 'Nothing',
    comparing: 'Comparing with the last load …',
    since: (file: string, moment: string) => text`Since ${{ name: file }}, ${moment}:`,
    none: 'nothing has changed.',
    noNames: 'the same restaurants and dishes.',
    newDishes: (dishes: number) => `${formatCount(dishes)} new ${dishes === 1 ? 'dish' : 'dishes'}`,
    goneDishes: (dishes: number) =>
      `${formatCount(dishes)} ${dishes === 1 ? 'dish' : 'dishes'} gone`,
    newRestaurants: (restaurants: number) => `${formatNumberOf(restaurants, 'new restaurant')}`,
    goneRestaurants: (restaurants: number) => `${formatNumberOf(restaurants, 'restaurant')} gone`,
    more: (names: number) => `and ${formatCount(names)} more`,
  },

  device: {
    title: 'On this device',
    about:
      'As far as you have used them, this browser keeps your settings, how you had files read, where your tables go in BigQuery, the key of the pseudonyms, and what you had it remember.',
    forget: 'Forget everything',
    nothing: 'There was nothing to forget.',
    removed: (items: readonly string[]) => `Removed: ${items.join(', ')}.`,
    notAll:
      'The browser did not let all of it be removed. Clear the data of this site in its settings.',
    items: {
      settings: 'settings',
      choices: 'how files are read',
      bigquery: 'names for BigQuery',
      guests: 'hidden guests and the key of their pseudonyms',
      loads: 'remembered reports and the way to their files',
      others: 'what another version kept',
    },
  },
};
