/** What can be set. */
export const settings = {
  open: 'Settings',
  done: 'Done',
  language: 'Language',
  theme: 'Colours',
  themes: {
    system: 'As this device',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  },
  currency: 'Currency',
  noCurrency: 'None',
  currencyHint:
    'Shown beside amounts on this page. The tables that you download have plain numbers.',
};
