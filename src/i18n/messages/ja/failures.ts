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
    (each) => `${write.reason(each.reason)}（${write.count(each.records)}件）`,
  );
  return `${write.count(records)}件を読み込み、すべて除外しました。理由：${counts.join('、')}。`;
}

const orderExport = (example: string) =>
  `注文データには料理またはお客様の列が必要です。レストランと価格の列もあると理想的です（例：${example}）。`;

/** What went wrong and what to do. */
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
      title: ({ kind }) => `これは${kinds[kind]}で、CSVファイルではありません。`,
      hint: ({ example }) =>
        `ファイル名にかかわらず、内容の先頭からそう判断しました。${example}のような見出しを付けて、注文をCSVで書き出してください。`,
    },
    'blank file': {
      title: 'このファイルには空行しかありません。',
      hint: ({ bytes, example }, write) =>
        `サイズは${write.bytes(bytes)}ですが、文字がありません。${example}のような見出しと、それに続く注文が必要です。`,
    },
    'open quote in the header': {
      title: '見出しの引用符が閉じていません。',
      hint: ({ line }) =>
        `${String(line)}行目で始まる引用符に終わりがありません。閉じるか取り除いてもう一度ドロップするか、引用符を文字として扱い、列を手動で対応付けてください。`,
    },
    'no lines': {
      title: 'このファイルには行がありません。',
      hint: ({ bytes, example }, write) =>
        `先頭の${write.bytes(bytes)}に改行がありません。${example}のような見出しのあるCSVファイルが必要です。`,
    },
    'no orders': {
      title: 'このファイルには見出しだけで、注文の行がありません。',
      hint: ({ line, header }) =>
        `${String(line)}行目に列名（${namesIn(header)}）がありますが、その後に何もありません。注文を含めて、もう一度書き出してください。`,
    },
    'no known column': {
      title: 'このファイルには注文データの列が見つかりませんでした。',
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
      hint: 'フォルダーか壊れた圧縮ファイルである、または選んだ後に移動、変更、ロックされた可能性があります。もう一度選んでください。',
    },
    'file changed': {
      title: 'このファイルは、選択後に変更、移動、または削除されました。',
      hint: 'ブラウザは、選択した時点のままのファイルしか読み込めません。もう一度選択すると、現在の内容を読み込みます。',
    },
    'file gone': {
      title: 'このファイルは元の場所にありません。',
      hint: '選択した後に移動、名前の変更、または削除されました。今の場所から選択し直すか、ファイルの一覧から外してください。',
    },
    'no leave to read': {
      title: 'ブラウザの許可がないため、このファイルを読み直せませんでした。',
      hint: 'ブラウザに確認されたら許可するか、ファイルを選択し直してください。',
    },
    'unreadable workbook': {
      title: 'このブックを読み込めませんでした。',
      hint: '壊れている、ダウンロードが途中で止まった、または選んだ後に移動、変更、ロックされた可能性があります。Excelで開いて保存し直すか、シートを「CSV UTF-8」で保存してください。',
    },
    'unreadable Parquet file': {
      title: 'このParquetファイルを読み込めませんでした。',
      hint: '壊れている、書き出しが途中で止まった、または選んだ後に移動、変更、ロックされた可能性があります。もう一度書き出すか、注文をCSVで書き出してください。',
    },

    'other document': {
      title: ({ document }) => `これは${documents[document]}で、注文の表ではありません。`,
      hint: '注文をExcelブック（.xlsx）または「CSV UTF-8」で保存するか書き出して、そのファイルをドロップしてください。',
    },
    'unopened archive': {
      title: 'この圧縮ファイルを開けませんでした。',
      hint: '壊れているか、ダウンロードが途中で止まった可能性があります。注文データを圧縮し直すか、展開してドロップしてください。',
    },
    'archive too full': {
      title: 'この圧縮ファイルにはファイルが多すぎます。',
      hint: ({ files, most }) =>
        `${String(files)}個あります。読み込めるのは${String(most)}個までです。注文データだけを圧縮してください。`,
    },
    'archive without a table': {
      title: 'このZIPファイルにはCSVファイルが入っていません。',
      hint: '.csv、.tsv、.txtのファイルを圧縮してください。ExcelブックとParquetファイルは、圧縮せずにドロップしてください。',
    },

    'old or protected workbook': {
      title: 'これは旧形式のExcelブック（.xls）か、パスワードで保護されたブックです。',
      hint: 'Excelで開き、パスワードなしのExcelブック（.xlsx）として保存するか、シートを「CSV UTF-8」で保存してください。',
    },
    'workbook too large': {
      title: 'このブックは大きすぎて読み込めません。',
      hint: ({ most }, write) =>
        `展開すると${write.bytes(most)}を超える部分があります。注文のシートを「CSV UTF-8」で保存してください。CSVならサイズに制限はありません。`,
    },
    'empty workbook': {
      title: 'このブックのシートはすべて空です。',
      hint: ({ hasHidden }) =>
        hasHidden
          ? '非表示のシートは読み込みません。注文が非表示のシートにある場合は、再表示して保存し、もう一度ドロップしてください。'
          : 'シートに見出しと注文を入力して保存し、もう一度ドロップしてください。',
    },
    'empty sheet': {
      title: 'ブックのこのシートは空です。',
      hint: '別のシートを選ぶか、このシートに注文を入力してください。',
    },

    'no plain column': {
      title: 'このParquetファイルには単純な値の列がありません。',
      hint: 'リスト、マップ、構造体は読み込めません。値ごとに列を分けて、注文を書き出してください。',
    },
    'row group too large': {
      title: 'このParquetファイルには、大きすぎて読み込めない行グループがあります。',
      hint: ({ records, bytes }, write) =>
        `${write.count(records)}件、${write.bytes(bytes)}あります。行グループを100万件以下にして書き出してください。`,
    },

    'too many names': {
      title: '名前の種類が多すぎて、ブラウザーでは扱えません。',
      hint: ({ names }, write) =>
        `このファイルで${write.count(names)}種類の名前を読んだところで停止しました。行数に制限はありませんが、名前の種類には限りがあります。1か月分や1つのレストランなどに分けて読み込むか、BigQueryに読み込んで集計してください。`,
    },
    'no records': {
      title: 'このファイルには使える注文の行がありませんでした。',
      hint: '見出しの後に空行しかありません。注文を含めて、もう一度書き出してください。',
    },
    'no record kept': {
      title: 'このファイルには使える注文の行がありませんでした。',
      hint: ({ records, reasons }, write) =>
        `${allRejected(records, reasons, write)}各列の内容が列名と合っているか確認してください。`,
    },
    'quote took all records': {
      title: ({ line, linesAfter }, write) =>
        linesAfter === 0
          ? `${write.count(line)}行目で始まる引用符が閉じていません。`
          : `${write.count(line)}行目で始まる引用符が、後の${write.count(linesAfter)}行を取り込んでいます。`,
      hint: ({ records, reasons }, write) =>
        `${allRejected(records, reasons, write)}引用符を文字として読み込むか、ファイルを直してもう一度ドロップしてください。`,
    },

    'unreadable folder': {
      title: 'このフォルダーを読み込めませんでした。',
      hint: 'ドロップした後に移動、変更、ロックされた可能性があります。もう一度ドロップするか、中のファイルをドロップしてください。',
    },
    'folder without a table': {
      title: 'このフォルダーには、注文の表になるファイルがありません。',
      hint: ({ named, others, endings }, write) => {
        const parts = named.map(({ ending, files }) => `${ending}ファイル${write.count(files)}個`);
        if (others > 0) {
          parts.push(`${parts.length > 0 ? 'その他の' : ''}ファイル${write.count(others)}個`);
        }
        const held =
          parts.length === 0 ? 'フォルダーは空です。' : `中にあるのは${parts.join('、')}です。`;
        return `${held}このフォルダーかその中のフォルダーに、次のいずれかで終わる名前のファイルが必要です：${endings.join('、')}。`;
      },
    },
    'folder too deep': {
      title: 'このフォルダーの階層が深すぎます。',
      hint: ({ most }) =>
        `フォルダーが${String(most)}階層を超えて重なっています。注文データのあるフォルダーをドロップしてください。`,
    },
    'folder too full': {
      title: 'このフォルダーにはファイルが多すぎます。',
      hint: ({ most }, write) =>
        `中のフォルダーも含めて、${write.count(most)}個を超えるファイルがあります。注文データのあるフォルダーをドロップしてください。`,
    },
  },
};
