// @ts-check
import path from 'node:path';
import { launch } from './browser.mjs';
import { SAMPLE } from './inputs.mjs';
import { toDeaths, toTable } from './report.mjs';
import { circumstances, writeResult } from './results.mjs';
import { measureRounds } from './rounds.mjs';
import { openAlternatives, openSite } from './site.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** @param {{ parts: readonly import('./part.mjs').Part[], runs: number, write: boolean }} options */
export async function bench({ parts, runs, write }) {
  const facts = circumstances(await chromiumVersion());
  const site = await openSite(root);
  const alternatives = await openAlternatives();
  try {
    const context = { site, alternatives: alternatives.url, sample: SAMPLE };
    for (const part of parts) {
      const measured = await measureRounds(part, context, runs);
      console.log(`\n${part.title}\n\n${toTable(measured)}`);
      for (const line of toDeaths(measured)) console.log(line);
      if (write) await writeResult(part.id, { title: part.title, ...facts, runs, measured });
    }
  } finally {
    await alternatives.close();
    await site.close();
  }
}

async function chromiumVersion() {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  return version;
}
