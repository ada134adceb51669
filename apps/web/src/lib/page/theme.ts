import { storeLocalSetting, readLocalSetting } from '../device/local-settings';

export type Theme = 'system' | 'light' | 'dark';

export function currentTheme(): Theme {
  const kept = readLocalSetting('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Applies the theme to the page. Without a choice, the stylesheet follows the device. */
export function applyTheme(theme: Theme = currentTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function chooseTheme(theme: Theme): void {
  storeLocalSetting('theme', theme === 'system' ? undefined : theme);
  applyTheme(theme);
}
