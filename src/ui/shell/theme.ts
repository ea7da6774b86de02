/** Applies a theme, or the device's theme, until the returned function is called. */
import type { Theme } from '../../state/page/view.svelte';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

export function applyTheme(theme: Theme): () => void {
  const listening = new AbortController();
  const [dark, contrast] = [DARK, CONTRAST].map((query) => matchMedia(query));
  const put = () => {
    const isDark = theme === 'dark' || (theme !== 'light' && (dark?.matches ?? false));
    const hasContrast = theme === 'contrast' || (contrast?.matches ?? false);
    const { dataset } = document.documentElement;
    dataset['theme'] = isDark ? 'dark' : 'light';
    dataset['contrast'] = hasContrast ? 'more' : 'normal';
  };
  put();
  for (const query of [dark, contrast]) {
    query?.addEventListener('change', put, { signal: listening.signal });
  }
  return () => {
    listening.abort();
  };
}
