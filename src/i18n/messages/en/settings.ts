/** Texts of the settings dialog. */
export const settings = {
  open: 'Settings',
  done: 'Done',
  language: 'Language',
  theme: 'Colours',
  themes: {
    system: 'Same as this device',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  },
  currency: 'Currency',
  noCurrency: 'None',
  currencyHint: 'Shown with amounts on this page. The tables that you download have plain numbers.',
};
