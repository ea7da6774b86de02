import { describe, expect, test } from 'vitest';
import {
  datasetFault,
  isDestination,
  locationFault,
  projectFault,
} from '../../src/lib/bigquery-names';

/** Values that must never reach a shell command or a URL. */
const HOSTILE = [
  'my project',
  "my'project",
  'my"project',
  'my`project`',
  '$(rm -rf /)',
  '${HOME}',
  'my-project;ls',
  'my-project&&ls',
  'my-project|ls',
  'my-project>x',
  'my-project\n',
  'my-project\nls',
  'my-project\r',
  'my-project\t',
  'my-project\u2028',
  'my-project\u0000',
  'my*project',
  'my\\project',
  'ｍｙ-project',
  'my-project１２',
  'my-projеct', // a Cyrillic е
  'my－project',
  'my/project',
  'my.project',
  'my%20project',
  'my=project',
  '~my-project',
  '-my-project',
  '--help-me',
  '__proto__!',
];

describe('a project ID', () => {
  test.each(['orders', 'end-of-universe', 'a12345', `a${'-0'.repeat(14)}z`, 'a--bcd'])(
    'may be %s',
    (id) => {
      expect(projectFault(id)).toBeNull();
    },
  );

  test.each([
    ['', 'empty'],
    ['Orders', 'characters'],
    ['my_project', 'characters'],
    ['1orders', 'start'],
    ['-orders', 'start'],
    ['123456789012', 'start'],
    ['short', 'length'],
    [`a${'b'.repeat(30)}`, 'length'],
    ['orders-', 'end'],
    ['example.com:orders', 'domain'],
    ['a.b-c.co.jp:my-orders', 'domain'],
    ['example.com:$(ls)', 'characters'],
  ] as const)('%j: %s', (id, fault) => {
    expect(projectFault(id)).toBe(fault);
  });

  test.each(HOSTILE)('is not %j', (id) => {
    expect(projectFault(id)).not.toBeNull();
  });
});

describe('a dataset', () => {
  test.each(['o', 'restaurant_orders', '2026', '_hidden', 'Orders2', 'd'.repeat(1024)])(
    'may be %s',
    (name) => {
      expect(datasetFault(name)).toBeNull();
    },
  );

  test.each([
    ['', 'empty'],
    ['restaurant-orders', 'characters'],
    ['project.dataset', 'characters'],
    ['料理', 'characters'],
    ['d'.repeat(1025), 'length'],
  ] as const)('%j: %s', (name, fault) => {
    expect(datasetFault(name)).toBe(fault);
  });

  test.each(HOSTILE)('is not %j', (name) => {
    expect(datasetFault(name)).not.toBeNull();
  });
});

describe('a location', () => {
  test.each(['', 'EU', 'US', 'eu', 'asia-northeast1', 'northamerica-northeast2', 'aws-us-east-1'])(
    'may be %j',
    (name) => {
      expect(locationFault(name)).toBeNull();
    },
  );

  test.each([
    ['E', 'unfinished'],
    ['asia-', 'unfinished'],
    ['--location', 'characters'],
    ['-eu', 'characters'],
    ['asia--northeast1', 'characters'],
    ['1asia', 'characters'],
    ['Tōkyō', 'characters'],
    ['us_central1', 'characters'],
    ['e'.repeat(41), 'characters'],
  ] as const)('%j: %s', (name, fault) => {
    expect(locationFault(name)).toBe(fault);
  });

  // The hostile project names are invalid locations too.
  test.each(HOSTILE)('is not %j', (name) => {
    expect(locationFault(name)).not.toBeNull();
  });
});

test('a destination needs a project, a dataset and a valid or empty location', () => {
  const right = { project: 'end-of-universe', dataset: 'orders', location: '' };
  expect(isDestination(right)).toBe(true);
  expect(isDestination({ ...right, location: 'EU' })).toBe(true);
  for (const wrong of [{ project: '' }, { dataset: '' }, { location: 'E U' }]) {
    expect(isDestination({ ...right, ...wrong })).toBe(false);
  }
});
