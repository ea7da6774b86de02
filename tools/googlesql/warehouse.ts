/**
 * Runs scripts in Google's engine as BigQuery would. The engine runs only queries, so other statements
 * are emulated:
 *
 * - Statements are analysed in order. The query of a `create table … as` runs, and later statements can
 *   read its rows.
 * - A temporary function becomes a catalog function with the same body, which the engine inlines. Its
 *   declared type is checked when the statement is analysed, but not when the function runs.
 * - A table in BigQuery has no row order. If a comment `-- order by …` is above a `create table … as`, the
 *   query runs with this order.
 * - An `assert` statement runs as a query of its condition.
 * - The engine accepts rows only for tables without a dataset, so queries read `dataset.table` as
 *   `dataset__table`.
 */
import type { Message, Service } from './service';

/** A value as the engine returns it. It is passed back to the engine unchanged. */
export type Value = Message;

export interface Table {
  readonly columns: readonly {
    readonly name: string;
    readonly type: Message;
    readonly required: boolean;
  }[];
  readonly rows: readonly (readonly Value[])[];
}

export const TEXT: Message = { type_kind: 'TYPE_STRING' };

export class Warehouse {
  readonly #service: Service;
  readonly #tables = new Map<string, Table>();
  readonly #temporary = new Set<string>();
  readonly #functions = new Map<string, Message>();
  #parameters: ReadonlyMap<string, string> = new Map();

  constructor(service: Service) {
    this.#service = service;
  }

  put(name: string, table: Table): void {
    if (table.rows.some(({ length }) => length !== table.columns.length)) {
      throw new Error(`a row of ${name} is not as wide as the table`);
    }
    this.#tables.set(name, table);
  }

  table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`there is no table ${name}`);
    return table;
  }

  get tableNames(): readonly string[] {
    return [...this.#tables.keys()];
  }

  /**
   * Analyses and runs each statement, and returns the number of statements. Temporary tables end with
   * the script. `parameters` maps names of query parameters to strings. With `onlyAnalyse`, no query
   * runs, and tables stay empty.
   */
  async run(
    script: string,
    {
      parameters = new Map(),
      onlyAnalyse = false,
    }: { parameters?: ReadonlyMap<string, string>; onlyAnalyse?: boolean } = {},
  ): Promise<number> {
    this.#parameters = parameters;
    const bytes = Buffer.from(script);
    let statements = 0;
    let from = 0;
    while (!isBlank(bytes.subarray(from).toString())) {
      const { resolved, to } = await this.#analyse(script, from);
      const text = bytes.subarray(from, to).toString();
      try {
        await this.#perform(resolved, text, onlyAnalyse);
      } catch (error) {
        throw failed(text, error);
      }
      from = to;
      statements += 1;
    }
    for (const name of this.#temporary) this.#tables.delete(name);
    this.#temporary.clear();
    this.#functions.clear();
    return statements;
  }

  async query(sql: string): Promise<Table> {
    const flat = new Map(Array.from(this.#tables, ([name, table]) => [flatName(name), table]));
    const { content, prepared } = await this.#service.call('evaluateQuery', {
      sql: [...this.#tables.keys()].reduce(
        (text, name) => text.replace(pathPattern(name), flatName(name)),
        sql,
      ),
      options: this.#options,
      simple_catalog: this.#catalogOf(flat),
      table_content: Object.fromEntries(
        Array.from(flat, ([name, { rows }]) => [
          name,
          { table_data: { row: rows.map((cell) => ({ cell })) } },
        ]),
      ),
      descriptor_pool_list: BUILT_IN,
      params: Array.from(this.#parameters, ([name, value]) => ({
        name,
        value: { string_value: value },
      })),
    });
    const data = (content as { table_data?: { row?: { cell?: Value[] }[] } } | undefined)
      ?.table_data;
    const columns = (prepared as { columns?: { name: string; type: Message }[] }).columns ?? [];
    return {
      columns: columns.map(({ name, type }) => ({ name, type, required: false })),
      rows: (data?.row ?? []).map(({ cell }) => cell ?? []),
    };
  }

  async #analyse(script: string, from: number): Promise<{ resolved: Message; to: number }> {
    try {
      const answer = await this.#service.call('analyze', {
        options: this.#options,
        simple_catalog: this.#catalogOf(this.#tables),
        descriptor_pool_list: BUILT_IN,
        parse_resume_location: { input: script, byte_position: from, allow_resume: true },
      });
      const resolved = answer['resolved_statement'] as Message;
      return { resolved, to: Number(answer['resume_byte_position']) };
    } catch (error) {
      throw failed(Buffer.from(script).subarray(from).toString(), error);
    }
  }

  async #perform(resolved: Message, text: string, onlyAnalyse: boolean): Promise<void> {
    const created = fieldOf(resolved, 'resolved_create_statement_node');
    const made = created && fieldOf(created, 'resolved_create_function_stmt_node');
    if (made) {
      this.#makeFunction(made);
      return;
    }
    const base = created && fieldOf(created, 'resolved_create_table_stmt_base_node');
    const filled = base && fieldOf(base, 'resolved_create_table_as_select_stmt_node');
    const empty = base && fieldOf(base, 'resolved_create_table_stmt_node');
    if (filled || empty) {
      const table = fieldOf((filled ?? empty)!, 'parent')!;
      await this.#makeTable(table, filled && !onlyAnalyse ? queryOf(text) : null);
      return;
    }
    if (onlyAnalyse) return;
    if (fieldOf(resolved, 'resolved_assert_stmt_node')) {
      const [, condition, message] = /assert ([^]*)\nas '(.*)';?\s*$/.exec(text) ?? [];
      const { rows } = await this.query(`select ${condition!}`);
      if (rows[0]?.[0]?.['bool_value'] !== true) throw new Error(message);
      return;
    }
    if (fieldOf(resolved, 'resolved_query_stmt_node')) {
      await this.query(text.replace(/;\s*$/, ''));
    }
  }

  #makeFunction(made: Message): void {
    const [name] = pathOf(made);
    const signature = made['signature'] as Message;
    const names = made['argument_name_list'] as string[];
    const any = { kind: 'ARG_TYPE_ARBITRARY', num_occurrences: 1 };
    this.#functions.set(name!, {
      name_path: [name],
      group: 'Templated_SQL_Function',
      mode: 'SCALAR',
      signature: [{ argument: signature['argument'], return_type: any, context_id: '0' }],
      parse_resume_location: { input: made['code'], byte_position: 0 },
      templated_sql_function_argument_name: names,
    });
  }

  /** Creates a table with the rows of `query`, or without rows if `query` is null. */
  async #makeTable(made: Message, query: string | null): Promise<void> {
    const name = pathOf(made).join('.');
    const { create_mode: mode, create_scope: scope } = made['parent'] as Message;
    if (this.#tables.has(name)) {
      if (mode === 'CREATE_IF_NOT_EXISTS') return;
      if (mode !== 'CREATE_OR_REPLACE') throw new Error(`there is a table ${name} already`);
    }
    const definitions = (made['column_definition_list'] ?? []) as Message[];
    const columns = definitions.map((definition) => ({
      name: definition['name'] as string,
      type: definition['type'] as Message,
      required: fieldOf(definition, 'annotations')?.['not_null'] === true,
    }));
    const rows = query === null ? [] : (await this.query(query)).rows;
    columns.forEach((column, index) => {
      if (column.required && rows.some((row) => isNull(row[index]))) {
        throw new Error(`${name}.${column.name} has a NULL`);
      }
    });
    this.#tables.set(name, { columns, rows });
    if (scope === 'CREATE_TEMP') this.#temporary.add(name);
  }

  get #options(): Message {
    return {
      language_options: this.#service.language,
      enabled_rewrites: ['REWRITE_INLINE_SQL_FUNCTIONS'],
      query_parameters: Array.from(this.#parameters.keys(), (name) => ({ name, type: TEXT })),
    };
  }

  /**
   * The engine's catalog of all tables and functions. The tables of a dataset are in a nested catalog
   * that has the dataset's name.
   */
  #catalogOf(all: ReadonlyMap<string, Table>): Message {
    const datasets = new Map<string, Message[]>([['', []]]);
    for (const [path, { columns }] of all) {
      const [name, dataset = ''] = path.split('.').reverse() as [string, string?];
      const tables = datasets.get(dataset) ?? [];
      datasets.set(dataset, tables);
      tables.push({
        name,
        column: columns.map((column) => ({ name: column.name, type: column.type })),
      });
    }
    const nested = [...datasets].filter(([name]) => name !== '');
    return {
      name: 'warehouse',
      builtin_function_options: { language_options: this.#service.language },
      table: datasets.get(''),
      custom_function: [...this.#functions.values()],
      catalog: nested.map(([name, table]) => ({ name, table })),
    };
  }
}

const BUILT_IN: Message = { definition: [{ builtin: {} }] };

function flatName(name: string): string {
  return name.replace('.', '__');
}

function pathPattern(name: string): RegExp {
  const parts = name.split('.').map((part) => `\`?\\b${part}\\b\`?`);
  return parts.length === 1 ? /(?!)/g : new RegExp(parts.join('\\.'), 'g');
}

export function isNull(value: Value | undefined): boolean {
  return value?.['value'] === undefined;
}

/** The query of a `create table … as`, with the `order by` of the comment above it. */
function queryOf(text: string): string {
  const [, head, query] = /^([^]*?(?:\bas\n|\nas (?=select\b)))([^]*?);?\s*$/.exec(text) ?? [];
  if (head === undefined || query === undefined)
    throw new Error('no line begins or ends with `as`');
  const order = /^-- (order by .*)$/m.exec(head);
  return order ? `${query}\n${order[1]!}` : query;
}

function isBlank(text: string): boolean {
  return text.replace(/--[^\n]*/g, '').trim() === '';
}

function fieldOf(message: Message, name: string): Message | null {
  return (message[name] as Message | undefined) ?? null;
}

function pathOf(made: Message): string[] {
  return (made['parent'] as Message)['name_path'] as string[];
}

function failed(text: string, cause: unknown): Error {
  const first = text.split('\n').find((line) => line !== '' && !line.startsWith('--'));
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${first ?? ''}: ${reason}`, { cause });
}
