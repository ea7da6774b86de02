/** Opens file pickers. If the browser gives handles, the files can be read again later. */

/** The `accept` attribute of file inputs. It is only a hint: other files can be chosen too. */
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

/** The type of `showOpenFilePicker`, which only Chromium has. */
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

/**
 * Opens the picker and returns handles. Returns an empty list if the person cancels, and null if
 * the browser refuses, as in a frame. Must be called within a click.
 */
export async function pickHandles(): Promise<FileSystemFileHandle[] | null> {
  try {
    return (await picker()?.call(globalThis, { multiple: true, types: TYPES })) ?? null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? [] : null;
  }
}

/**
 * Opens a plain file input and returns its files; empty if the person cancels. Must be called
 * within a click.
 */
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
