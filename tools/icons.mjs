// @ts-check
/**
 * `npm run icons`: draws the icons of the installed site with Chromium, from public/favicon.svg.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, requireChromium } from './chromium.mjs';

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url));
/** A system can crop a maskable icon to a circle whose diameter is this share of the width. */
const SAFE_SHARE = 0.8;
const ICONS = [
  { name: 'icon-192', size: 192, isMaskable: false },
  { name: 'icon-512', size: 512, isMaskable: false },
  { name: 'icon-maskable-512', size: 512, isMaskable: true },
];

const svg = readFileSync(path.join(PUBLIC, 'favicon.svg'), 'utf8');
const background = /fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
if (background === undefined) throw new Error('favicon.svg has no background colour');

mkdirSync(path.join(PUBLIC, 'icons'), { recursive: true });
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: CHROMIUM_ARGUMENTS,
});
try {
  for (const { name, size, isMaskable } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const inset = isMaskable ? (size * (1 - SAFE_SHARE)) / 2 : 0;
    await page.setContent(
      `<style>
        body { margin: 0; background: ${isMaskable ? background : 'transparent'} }
        svg { display: block; width: ${size - 2 * inset}px; margin: ${inset}px }
      </style>${svg}`,
    );
    const file = path.join(PUBLIC, 'icons', `${name}.png`);
    await page.screenshot({ path: file, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
