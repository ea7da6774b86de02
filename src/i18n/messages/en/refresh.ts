import { formatCount, formatNumberOf } from '../../format';
import { text } from '../../text';

const pastOne = (file: string, files: number) =>
  files === 1 ? file : `${file} and ${formatNumberOf(files - 1, 'other file')}`;

/** Texts about reloading files, remembered reports, and changes since the last load. */
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
    'Keeps names (customers’ too) and totals in this browser, but no order lines. The next load is compared with them. “Forget everything” in “Settings” deletes them.',
  rememberHidden:
    'Keeps names (not customers’) and totals in this browser, but no order lines. The next load is compared with them. “Forget everything” in “Settings” deletes them.',
  remembered: 'Remembered in this browser.',
  notRemembered: {
    forbidden:
      'This browser does not let the page store anything, so these reports are not remembered.',
    full: 'The browser’s storage is full, so these reports are not remembered.',
    'too many names':
      'These reports have too many names to remember. The limit is 10,000 restaurants and 100,000 dishes on their menus.',
    stopped: 'The database engine has stopped, so these reports are not remembered.',
  },

  /** Describes the remembered load when the page is opened. */
  last: (file: string, files: number, moment: string, lines: number) =>
    text`Last time: ${{ name: pastOne(file, files) }}, ${moment}, ${formatNumberOf(lines, 'line')}.`,

  files: pastOne,
  since: {
    /** `change` is a text such as `+3.2%` or `−12.50`. */
    changed: (change: string, when: string) => `${change} since ${when}`,
    same: (when: string) => `unchanged since ${when}`,
    was: (figure: string, file: string, moment: string) => `${figure} in ${file}, ${moment}`,
    label: (change: string, before: string) => `${change}; before: ${before}`,
  },
  moves: {
    up: (places: number) => `up ${formatNumberOf(places, 'place')}`,
    down: (places: number) => `down ${formatNumberOf(places, 'place')}`,
    new: 'new',
    /** Names the holder of this rank in the earlier load. */
    was: (name: string) => text`before: ${{ name }}`,
  },
  changes: {
    label: 'What has changed',
    compare: 'Compare with',
    lastLoad: 'Last load',
    nothing: 'Nothing',
    comparing: 'Comparing with the last load…',
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
      'This browser may keep your settings, how files are read, names for BigQuery, the key of the pseudonyms, and remembered reports.',
    forget: 'Forget everything',
    nothing: 'There was nothing to forget.',
    removed: (items: readonly string[]) => `Removed: ${items.join(', ')}.`,
    notAll:
      'The browser did not let the page remove everything. Clear this site’s data in the browser’s settings.',
    items: {
      settings: 'settings',
      choices: 'how files are read',
      bigquery: 'names for BigQuery',
      guests: 'hidden guest names and the key of their pseudonyms',
      loads: 'remembered reports and where their files are',
      others: 'data from another version',
    },
  },
};
