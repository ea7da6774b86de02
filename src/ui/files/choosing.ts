/** A person chooses files: with handles, by which they can be read again later, where the browser gives any. */

/** For an input; other files can be chosen all the same. */
export const ACCEPTED =
  '.csv,.tsv,.txt,.gz,.zip,.xlsx,.xlsm,.parquet,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.apache.parquet';

const TYPES = [
  {
    accept: {
      'text/csv': ['.csv', '.tsv', '.txt'],
      'application/gzip': ['.gz'],
      'application/zip': ['.zip'],
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xlsm'],
      'application/vnd.apache.parquet': ['.parquet'],
    },
  },
];

/** Chromium's: the standard has no such thing. */
type Picker = (options: {
  multiple: boolean;
  types: typeof TYPES;
}) => Promise<FileSystemFileHandle[]>;

function picker(): Picker | undefined {
  return (globalThis as { showOpenFilePicker?: Picker }).showOpenFilePicker;
}

export function canPickHandles(): boolean {
  return picker() !== undefined;
}

/** None where a person has changed their mind; null where the browser does not want to, as in a frame. To be called in a click. */
export async function pickHandles(): Promise<FileSystemFileHandle[] | null> {
  try {
    return (await picker()?.call(globalThis, { multiple: true, types: TYPES })) ?? null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? [] : null;
  }
}

/** The files of a browser's plain chooser; none where a person has changed their mind. To be called in a click. */
export function chooseFiles(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = ACCEPTED;
  return new Promise((resolve) => {
    const end = () => {
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}
