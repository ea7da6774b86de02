import { LANGUAGES, languageFor, type Language, type Messages } from '../../i18n/messages';
import { en } from '../../i18n/messages/en';
import type { Locale } from '../../i18n/locale';
import type { Store } from '../files/remembered-choices';
import { THEMES, type Theme, type View } from './view.svelte';

const STORE_KEY = 'dishboard:settings';

interface Kept {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly currency?: string;
}

export interface SettingsServices {
  readonly store: Store | null;
  readonly languages: readonly string[];
  fetchMessages(language: Language): Promise<Messages>;
}

/**
 * The language, theme and currency. The address overrides the stored settings, and the stored
 * settings override the browser's.
 */
export class Settings implements Locale {
  #kept = $state.raw<Kept>({});
  #spoken = $state.raw<{ language: Language; messages: Messages }>({
    language: 'en',
    messages: en,
  });
  readonly #services: SettingsServices;
  readonly #view: View;

  constructor(services: SettingsServices, view: View) {
    this.#services = services;
    this.#view = view;
    this.#kept = remembered(services.store);
  }

  /**
   * The language on screen. It differs from `wantedLanguage` while a catalogue is being fetched.
   */
  get language(): Language {
    return this.#spoken.language;
  }

  get messages(): Messages {
    return this.#spoken.messages;
  }

  get theme(): Theme {
    return this.#view.theme ?? this.#kept.theme ?? 'system';
  }

  get currency(): string | null {
    return this.#kept.currency ?? null;
  }

  get wantedLanguage(): Language {
    return this.#view.language ?? this.#kept.language ?? languageFor(this.#services.languages);
  }

  /** Fetches the catalogue of the wanted language. If that fails, the present language stays. */
  async loadMessages(): Promise<void> {
    const wanted = this.wantedLanguage;
    try {
      const messages = await this.#services.fetchMessages(wanted);
      if (this.wantedLanguage === wanted) this.#spoken = { language: wanted, messages };
    } catch {
      // The next visit or the next choice retries.
    }
  }

  setLanguage(language: Language): Promise<void> {
    this.#keep({ language });
    this.#view.show({ language });
    return this.loadMessages();
  }

  setTheme(theme: Theme): void {
    this.#keep({ theme });
    this.#view.show({ theme });
  }

  /** An ISO 4217 code, or null for amounts without a currency. */
  setCurrency(currency: string | null): void {
    const { language, theme } = this.#kept;
    this.#kept = { ...(language && { language }), ...(theme && { theme }) };
    this.#keep(currency === null ? {} : { currency });
  }

  forget(): Promise<void> {
    this.#kept = {};
    return this.loadMessages();
  }

  #keep(changed: Kept): void {
    this.#kept = { ...this.#kept, ...changed };
    try {
      this.#services.store?.setItem(STORE_KEY, JSON.stringify(this.#kept));
    } catch {
      // The store is full or forbidden: the settings last until the page closes.
    }
  }
}

function remembered(store: Store | null): Kept {
  try {
    const found = JSON.parse(store?.getItem(STORE_KEY) ?? '{}') as Partial<
      Record<keyof Kept, unknown>
    >;
    return {
      ...(isLanguage(found.language) && { language: found.language }),
      ...(isTheme(found.theme) && { theme: found.theme }),
      ...(isCurrency(found.currency) && { currency: found.currency }),
    };
  } catch {
    return {};
  }
}

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

function isCurrency(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}
