// @ts-check
/**
 * Finds Chrome or Chromium. If there is none and the process runs as root, it installs Chromium with
 * apt-get.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const { CHROME_PATH, LOCALAPPDATA, PROGRAMFILES } = process.env;

const CANDIDATES = [
  CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[PROGRAMFILES, LOCALAPPDATA].map(
    (folder) => folder && path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
];

/** @returns {string | undefined} */
export function findChromium() {
  return CANDIDATES.find((file) => file && existsSync(file));
}

/** @returns {string} the executable's path; throws an Error that says what to install */
export function requireChromium() {
  const found = findChromium() ?? installChromium();
  if (found) return found;
  throw new Error(
    'The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to its executable.',
  );
}

function installChromium() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No Chromium here: installing it with apt-get.');
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) return undefined;
  }
  return findChromium();
}

/**
 * Turns off the GPU and background requests. The sandbox is also off for root, because it does not
 * work as root.
 */
export const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
