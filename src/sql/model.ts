/** A bare select (or a script) with the name of its file, so that an error can say which one failed. */
export interface Model {
  readonly name: string;
  readonly sql: string;
}

/** Each text with its key as the name: that of its file. */
export function models<const K extends string>(texts: Record<K, string>): Record<K, Model> {
  const entries = Object.entries<string>(texts).map(([name, sql]) => [name, { name, sql }]);
  return Object.fromEntries(entries) as Record<K, Model>;
}

/** A model with the target that its rows are added to. */
export function insertInto(table: string, model: Model): Model {
  return { name: model.name, sql: `insert into ${table} ${model.sql}` };
}

/** A table made anew from a model's rows. */
export function replaceTable(model: Model): Model {
  return { name: model.name, sql: `create or replace table ${model.name} as ${model.sql}` };
}

export function createView(model: Model): Model {
  return { name: model.name, sql: `create or replace view ${model.name} as ${model.sql}` };
}
