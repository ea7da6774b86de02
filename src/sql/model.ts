/** A select statement or a script, with its file name for error messages. */
export interface Model {
  readonly name: string;
  readonly sql: string;
}

/** Makes models from SQL texts. The key of a text is its file name. */
export function models<const K extends string>(texts: Record<K, string>): Record<K, Model> {
  const entries = Object.entries<string>(texts).map(([name, sql]) => [name, { name, sql }]);
  return Object.fromEntries(entries) as Record<K, Model>;
}

export function insertInto(table: string, model: Model): Model {
  return { name: model.name, sql: `insert into ${table} ${model.sql}` };
}

export function replaceTable(model: Model): Model {
  return { name: model.name, sql: `create or replace table ${model.name} as ${model.sql}` };
}

export function createView(model: Model): Model {
  return { name: model.name, sql: `create or replace view ${model.name} as ${model.sql}` };
}
