import { describe, expect, test } from 'vitest';
import { en } from '../../../src/i18n/messages/en';
import { ja } from '../../../src/i18n/messages/ja';
import type { Language } from '../../../src/i18n/messages';
import { Settings } from '../../../src/state/page/settings.svelte';
import { View } from '../../../src/state/page/view.svelte';

const KEY = 'dishboard:settings';

function settingsWith({
  hash = '',
  kept = null as string | null,
  languages = ['en-GB'] as readonly string[],
  fetchMessages = (language: Language) => Promise.resolve(language === 'ja' ? ja : en),
} = {}) {
  const store = new Map<string, string>(kept === null ? [] : [[KEY, kept]]);
  let place = { hash, kept: null as unknown };
  const view = new View({
    read: () => place,
    push: (next) => (place = next),
    replace: (next) => (place = next),
  });
  const settings = new Settings(
    {
      store: {
        getItem: (key) => store.get(key) ?? null,
        setItem: (key, value) => void store.set(key, value),
        removeItem: (key) => void store.delete(key),
      },
      languages,
      fetchMessages,
    },
    view,
  );
  return { settings, hash: () => place.hash, kept: () => store.get(KEY) };
}

describe('the wanted language and theme', () => {
  test('default to those of the browser', async () => {
    const { settings } = settingsWith({ languages: ['ja-JP', 'en'] });
    expect(settings.language).toBe('en');
    await settings.loadMessages();
    expect([settings.language, settings.messages]).toEqual(['ja', ja]);
    expect([settings.theme, settings.currency]).toEqual(['system', null]);
  });

  test('come from the address first, then from storage', async () => {
    const kept = JSON.stringify({ language: 'ja', theme: 'dark', currency: 'JPY' });
    const remembered = settingsWith({ kept }).settings;
    await remembered.loadMessages();
    expect([remembered.language, remembered.theme, remembered.currency]).toEqual([
      'ja',
      'dark',
      'JPY',
    ]);
    const linked = settingsWith({ kept, hash: 'theme=contrast&language=en' }).settings;
    await linked.loadMessages();
    expect([linked.language, linked.theme]).toEqual(['en', 'contrast']);
  });

  test.each([
    '',
    'null',
    '[]',
    '7',
    '{"language":"xx","theme":"__proto__","currency":"<b>"}',
    '{"language":7,"theme":{},"currency":null}',
  ])('are not read from %j', (kept) => {
    const { settings } = settingsWith({ kept, hash: 'theme=constructor&language=de' });
    expect([settings.wantedLanguage, settings.theme, settings.currency]).toEqual([
      'en',
      'system',
      null,
    ]);
  });
});

describe('a chosen setting', () => {
  test('is stored, and the address has language and theme', async () => {
    const { settings, hash, kept } = settingsWith({ hash: 'restaurant=2' });
    settings.setTheme('dark');
    settings.setCurrency('EUR');
    await settings.setLanguage('ja');
    expect(settings.language).toBe('ja');
    expect(hash()).toBe('restaurant=2&theme=dark&language=ja');
    expect(JSON.parse(kept() ?? '')).toEqual({ theme: 'dark', currency: 'EUR', language: 'ja' });
    settings.setCurrency(null);
    expect(JSON.parse(kept() ?? '')).toEqual({ theme: 'dark', language: 'ja' });
  });

  test('wins over an earlier one that arrives later', async () => {
    const answers: (() => void)[] = [];
    const { settings } = settingsWith({
      fetchMessages: (language) =>
        new Promise((resolve) => {
          answers.push(() => {
            resolve(language === 'ja' ? ja : en);
          });
        }),
    });
    const both = [settings.setLanguage('ja'), settings.setLanguage('en')];
    for (const answer of answers.reverse()) answer();
    await Promise.all(both);
    expect([settings.language, settings.messages]).toEqual(['en', en]);
  });

  test('keeps the present language if its catalogue cannot be fetched', async () => {
    const { settings } = settingsWith({
      fetchMessages: () => Promise.reject(new Error('offline')),
    });
    await settings.setLanguage('ja');
    expect([settings.language, settings.messages]).toEqual(['en', en]);
  });
});
