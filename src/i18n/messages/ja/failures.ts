import type { Messages } from '../index';
import type { HeaderNames, RejectCount } from '../../../domain/failures';
import type { Writer } from '../../failure-words';
import { ours } from './our-failures';

type Failures = Messages['failures'];

const kinds: Failures['kinds'] = {
  'PDF document': 'PDF文書',
  'old or protected workbook': '旧形式またはパスワード付きのExcelブック',
  'Parquet file in an archive': '圧縮ファイルに入ったParquetファイル',
  'archive in an archive': '圧縮ファイルに入ったExcelブックまたは別の圧縮ファイル',
  'encrypted Parquet file': '暗号化されたParquetファイル',
  'PNG image': 'PNG画像',
  'JPEG image': 'JPEG画像',
  'GIF image': 'GIF画像',
  'SQLite database': 'SQLiteデータベース',
  JSON: 'JSONデータ',
  'web page or XML': 'ウェブページまたはXML',
  'contact or calendar': '連絡先、カレンダー、または書式付きテキスト',
  'database dump': 'データベースのダンプ',
  'binary file': 'バイナリファイル',
};

const documents: Failures['documents'] = {
  xlsb: 'バイナリ形式のExcelブック（.xlsb）',
  Word: 'Word文書',
  PowerPoint: 'PowerPointプレゼンテーション',
  OpenDocument: 'OpenDocumentファイル（LibreOfficeの表計算など）',
  'Apple document': 'AppleのNumbers、Pages、またはKeynoteの書類',
};

function namesIn({ names, more }: HeaderNames): string {
  const shown = names.map((name) => name || '（名前なし）').join('、');
  return more > 0 ? `${shown}、ほか${String(more)}列` : shown;
}

function allRejected(records: number, reasons: readonly RejectCount[], write: Writer): string {
  const counts = reasons.map(
    (each) => `${write.reason(each.reason)}（${write.count(each.records)}行）`,
  );
  return `注文行${write.count(records)}行を読み込みましたが、すべて除外しました。理由：${counts.join('、')}。`;
}

const orderExport = (example: string) =>
  `注文データには料理またはお客様の列が必要です。レストランと価格の列もあると理想的です（例：${example}）。`;

/** Says what went wrong and what the user can do. */
export const failures: Failures = {
  kinds,
  documents,
  where: {
    line: (file, line) => `${file}、${String(line)}行目`,
    lineAndOn: (file, line) => `${file}、${String(line)}行目以降`,
    sheet: (file, sheet) => `${file}、シート「${sheet}」`,
    files: (files) => files.join('、'),
  },
  leftOut: {
    title: (files) =>
      `${String(files)}個のファイルを読み込めませんでした。ほかのファイルは読み込みました。`,
    where: (places) => places.join('；'),
  },
  together: (sentences) => sentences.join(''),
  what: {
    ...ours,

    'empty file': {
      title: 'このファイルは空です。',
      hint: 'サイズは0バイトです。もう一度書き出して、新しいファイルをドロップしてください。',
    },
    'other kind': {
      title: ({ kind }) => `これはCSVファイルではなく、${kinds[kind]}です。`,
      hint: ({ example }) =>
        `ファイル名ではなく、内容から判断しました。${example}のような見出しを付けて、注文をCSVで書き出してください。`,
    },
    'blank file': {
      title: 'このファイルには空行しかありません。',
      hint: ({ bytes, example }, write) =>
        `サイズは${write.bytes(bytes)}ですが、文字がありません。${example}のような見出しと、それに続く注文が必要です。`,
    },
    'open quote in the header': {
      title: '見出しの引用符が閉じていません。',
      hint: ({ line }) =>
        `${String(line)}行目で始まる引用符が閉じていません。引用符を閉じるか削除して、もう一度ドロップしてください。引用符を文字として扱い、列を手動で指定することもできます。`,
    },
    'no lines': {
      title: 'このファイルには行がありません。',
      hint: ({ bytes, example }, write) =>
        `先頭の${write.bytes(bytes)}に改行がありません。${example}のような見出しのあるCSVファイルが必要です。`,
    },
    'no orders': {
      title: 'このファイルには見出しだけがあり、注文がありません。',
      hint: ({ line, header }) =>
        `${String(line)}行目に列名（${namesIn(header)}）がありますが、その後に何もありません。注文を含めて、もう一度書き出してください。`,
    },
    'no known column': {
      title: 'このファイルに、注文データの列が見つかりませんでした。',
      hint: ({ line, name, example }) =>
        `${String(line)}行目の列は「${namesIn({ names: [name], more: 0 })}」だけです。${orderExport(example)}`,
    },
    'bank statement': {
      title: 'これは注文データではなく、銀行の明細のようです。',
      hint: ({ line, columns, header, example }) =>
        `${String(line)}行目に${String(columns)}列あります：${namesIn(header)}。${orderExport(example)}`,
    },

    'unreadable file': {
      title: 'このファイルを読み込めませんでした。',
      hint: 'フォルダーか壊れた圧縮ファイルであるか、選択後に移動、変更、ロックされた可能性があります。もう一度選択してください。',
    },
    'file changed': {
      title: 'このファイルは、選択後に変更、移動、または削除されました。',
      hint: 'ブラウザが読み込めるのは、選択した時点の内容だけです。もう一度選択すると、現在の内容を読み込みます。',
    },
    'file gone': {
      title: 'このファイルが見つかりません。',
      hint: '選択後に移動または削除されたか、名前が変更されました。今の場所から選択し直すか、ファイルの一覧から外してください。',
    },
    'no leave to read': {
      title: 'ブラウザの許可がないため、このファイルを読み込み直せませんでした。',
      hint: 'ブラウザの確認画面で許可するか、ファイルを選択し直してください。',
    },
    'unreadable workbook': {
      title: 'このブックを読み込めませんでした。',
      hint: '壊れている、ダウンロードが途中で止まった、または選択後に移動、変更、ロックされた可能性があります。Excelで開いて保存し直すか、シートを「CSV UTF-8」で保存してください。',
    },
    'unreadable Parquet file': {
      title: 'このParquetファイルを読み込めませんでした。',
      hint: '壊れている、書き出しが途中で止まった、または選択後に移動、変更、ロックされた可能性があります。もう一度書き出すか、注文をCSVで書き出してください。',
    },

    'other document': {
      title: ({ document }) => `これは注文の表ではなく、${documents[document]}です。`,
      hint: '注文をExcelブック（.xlsx）または「CSV UTF-8」で保存するか書き出して、そのファイルをドロップしてください。',
    },
    'unopened archive': {
      title: 'この圧縮ファイルを開けませんでした。',
      hint: '壊れているか、ダウンロードが途中で止まった可能性があります。注文データを圧縮し直すか、展開してドロップしてください。',
    },
    'archive too full': {
      title: 'この圧縮ファイルにはファイルが多すぎます。',
      hint: ({ files, most }) =>
        `ファイルが${String(files)}個あります。読み込めるのは${String(most)}個までです。注文データだけを圧縮してください。`,
    },
    'archive without a table': {
      title: 'このZIPファイルにはCSVファイルが入っていません。',
      hint: '.csv、.tsv、.txtのファイルを圧縮してください。ExcelブックとParquetファイルは、圧縮せずにドロップしてください。',
    },

    'old or protected workbook': {
      title: 'これは旧形式（.xls）またはパスワード付きのExcelブックです。',
      hint: 'Excelで開き、パスワードなしのExcelブック（.xlsx）として保存するか、シートを「CSV UTF-8」で保存してください。',
    },
    'workbook too large': {
      title: 'このブックは大きすぎて読み込めません。',
      hint: ({ most }, write) =>
        `展開すると${write.bytes(most)}を超える部分があります。注文のシートを「CSV UTF-8」で保存してください。CSVならサイズに制限はありません。`,
    },
    'empty workbook': {
      title: 'このブックのシートは空です。',
      hint: ({ hasHidden }) =>
        hasHidden
          ? '非表示のシートは読み込みません。注文が非表示のシートにある場合は、再表示して保存し、もう一度ドロップしてください。'
          : 'シートに見出しと注文を入力して保存し、もう一度ドロップしてください。',
    },
    'empty sheet': {
      title: 'このシートは空です。',
      hint: '別のシートを選択するか、このシートに注文を入力してください。',
    },

    'no plain column': {
      title: 'このParquetファイルには単純な値の列がありません。',
      hint: 'リスト、マップ、構造体は読み込めません。値ごとに列を分けて、注文を書き出してください。',
    },
    'row group too large': {
      title: 'このParquetファイルには、大きすぎて読み込めない行グループがあります。',
      hint: ({ records, bytes }, write) =>
        `${write.count(records)}行、${write.bytes(bytes)}あります。行グループを100万行以下にして書き出してください。`,
    },

    'too many names': {
      title: '名前の種類が多すぎて、ブラウザでは扱えません。',
      hint: ({ names }, write) =>
        `このファイルで${write.count(names)}種類の名前を読み込んだところで停止しました。行数に制限はありませんが、名前の種類には上限があります。1か月分や1店舗分などに分けて読み込むか、BigQueryに読み込んで集計してください。`,
    },
    'no records': {
      title: 'このファイルには、使える注文行がありませんでした。',
      hint: '見出しの後に空行しかありません。注文を含めて、もう一度書き出してください。',
    },
    'no record kept': {
      title: 'このファイルには、使える注文行がありませんでした。',
      hint: ({ records, reasons }, write) =>
        `${allRejected(records, reasons, write)}各列の内容が列名と合っているか確認してください。`,
    },
    'quote took all records': {
      title: ({ line, linesAfter }, write) =>
        linesAfter === 0
          ? `${write.count(line)}行目で始まる引用符が閉じていません。`
          : `${write.count(line)}行目で始まる引用符が、続く${write.count(linesAfter)}行を取り込んでいます。`,
      hint: ({ records, reasons }, write) =>
        `${allRejected(records, reasons, write)}引用符を文字として読み込むか、ファイルを修正してもう一度ドロップしてください。`,
    },

    'unreadable folder': {
      title: 'このフォルダーを読み込めませんでした。',
      hint: 'ドロップ後に移動、変更、ロックされた可能性があります。もう一度ドロップするか、中のファイルをドロップしてください。',
    },
    'folder without a table': {
      title: 'このフォルダーには、読み込めるファイルがありません。',
      hint: ({ named, others, endings }, write) => {
        const parts = named.map(({ ending, files }) => `${ending}ファイル${write.count(files)}個`);
        if (others > 0) {
          parts.push(`${parts.length > 0 ? 'その他の' : ''}ファイル${write.count(others)}個`);
        }
        const held =
          parts.length === 0 ? 'フォルダーは空です。' : `中にあるのは${parts.join('、')}です。`;
        return `${held}読み込めるファイルの種類は${endings.join('、')}です。サブフォルダーの中も読み込みます。`;
      },
    },
    'folder too deep': {
      title: 'このフォルダーの階層が深すぎます。',
      hint: ({ most }) =>
        `サブフォルダーが${String(most)}階層を超えています。注文データのあるフォルダーをドロップしてください。`,
    },
    'folder too full': {
      title: 'このフォルダーにはファイルが多すぎます。',
      hint: ({ most }, write) =>
        `サブフォルダーも含めて、${write.count(most)}個を超えるファイルがあります。注文データのあるフォルダーをドロップしてください。`,
    },
  },
};
