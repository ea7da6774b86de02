/** A bare select (or a script) with the name of its file, so that an error can say which one failed. */
export interface Model {
  readonly name: string;
  readonly sql: string;
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
