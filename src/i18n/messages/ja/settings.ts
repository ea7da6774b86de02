import type { Messages } from '../index';

/** Texts of the settings dialog. */
export const settings: Messages['settings'] = {
  open: '設定',
  done: '完了',
  language: '言語',
  theme: '配色',
  themes: {
    system: '端末に合わせる',
    light: 'ライト',
    dark: 'ダーク',
    contrast: 'ハイコントラスト',
  },
  currency: '通貨',
  noCurrency: 'なし',
  currencyHint: 'このページの金額に付きます。ダウンロードする表の数値には付きません。',
};
