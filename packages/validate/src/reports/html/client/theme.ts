import { byId } from './dom.js';

const KEY = 'rollbook-theme';
const SYSTEM = 'screen and (prefers-color-scheme: dark)';

/** What was chosen before; a browser may refuse to keep anything for pages from disk. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice then holds until the page is closed
  }
}

function apply(theme: string | null): void {
  const sheet = document.getElementById('dark');
  if (sheet instanceof HTMLStyleElement)
    sheet.media = theme === 'dark' ? 'screen' : theme === 'light' ? 'not all' : SYSTEM;
}

/** Before the page is drawn, so that it doesn't flash in the other colours. */
export const applyKeptTheme = (): void => apply(kept());

/** The button that switches between light and dark; until it is used, the system's choice holds. */
export function startTheme(): void {
  const button = byId('theme', HTMLButtonElement);
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen = kept();
  const isDark = (): boolean => (chosen === null ? system.matches : chosen === 'dark');
  const show = (): void => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    chosen = isDark() ? 'light' : 'dark';
    keep(chosen);
    apply(chosen);
    show();
  });
  system.addEventListener('change', show);
  show();
}
