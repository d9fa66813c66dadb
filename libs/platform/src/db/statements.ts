import type { DataSource, EntityMetadata } from 'typeorm';

/** A row class: what `Db` reads and writes. */
export type RowClass<T> = abstract new () => T;

type Column = { property: string; name: string };
type Shape = { table: string; columns: Column[]; byProperty: Map<string, string>; versioned: boolean; dated: boolean };

/** A named prepared statement and the property names whose values it takes, in order. */
export type Statement = { name: string; text: string; takes: string[] };

/** Builds and keeps the SQL of single rows from the entity's own description. */
export class Statements {
  private readonly shapes = new Map<unknown, Shape>();
  private readonly built = new Map<string, Statement>();

  constructor(private readonly source: DataSource) {}

  table(row: RowClass<unknown>): string {
    return this.shape(row).table;
  }

  columns(row: RowClass<unknown>): string {
    return this.shape(row)
      .columns.map(({ property, name }) => `${name} as "${property}"`)
      .join(', ');
  }

  select(row: RowClass<unknown>, by: readonly string[], lock: boolean): Statement {
    return this.keep(`${lock ? 'lock' : 'get'}:${this.table(row)}:${by.join(',')}`, () => {
      const where = by.map((property, index) => `${this.column(row, property)} = $${index + 1}`).join(' and ');
      return {
        text: `select ${this.columns(row)} from ${this.table(row)} where ${where || 'true'}${lock ? ' for update' : ''}`,
        takes: [...by],
      };
    });
  }

  insert(row: RowClass<unknown>, properties: readonly string[]): Statement {
    return this.keep(`add:${this.table(row)}:${properties.join(',')}`, () => ({
      text:
        properties.length === 0
          ? `insert into ${this.table(row)} default values returning ${this.columns(row)}`
          : `insert into ${this.table(row)} (${properties.map((property) => this.column(row, property)).join(', ')}) ` +
            `values (${properties.map((_, index) => `$${index + 1}`).join(', ')}) returning ${this.columns(row)}`,
      takes: [...properties],
    }));
  }

  update(row: RowClass<unknown>, properties: readonly string[]): Statement {
    return this.keep(`set:${this.table(row)}:${properties.join(',')}`, () => {
      const { table, versioned, dated } = this.shape(row);
      const sets = properties.map((property, index) => `${this.column(row, property)} = $${index + 1}`);
      if (dated) sets.push('updated_at = now()');
      if (versioned) sets.push('version = version + 1');
      const takes = [...properties, 'id', ...(versioned ? ['version'] : [])];
      const version = versioned ? ` and version = $${properties.length + 2}` : '';
      return {
        text: `update ${table} set ${sets.join(', ')} where id = $${properties.length + 1}${version} returning ${this.columns(row)}`,
        takes,
      };
    });
  }

  remove(row: RowClass<unknown>, by: readonly string[]): Statement {
    return this.keep(`drop:${this.table(row)}:${by.join(',')}`, () => ({
      text: `delete from ${this.table(row)} where ${by.map((property, index) => `${this.column(row, property)} = $${index + 1}`).join(' and ')}`,
      takes: [...by],
    }));
  }

  private column(row: RowClass<unknown>, property: string): string {
    const name = this.shape(row).byProperty.get(property);
    if (!name) throw new Error(`${this.table(row)} has no column for ${property}`);
    return name;
  }

  private shape(row: RowClass<unknown>): Shape {
    let shape = this.shapes.get(row);
    if (!shape) {
      const metadata: EntityMetadata = this.source.getMetadata(row);
      const columns = metadata.columns
        .filter((column) => column.propertyName !== 'agencyId' && !column.relationMetadata)
        .map((column) => ({ property: column.propertyName, name: column.databaseName }));
      const byProperty = new Map(columns.map(({ property, name }) => [property, name]));
      shape = {
        table: metadata.tableName,
        columns,
        byProperty,
        versioned: byProperty.has('version'),
        dated: byProperty.has('updatedAt'),
      };
      this.shapes.set(row, shape);
    }
    return shape;
  }

  private keep(name: string, build: () => Omit<Statement, 'name'>): Statement {
    let statement = this.built.get(name);
    if (!statement) {
      statement = { name: name.length <= 60 ? name : `${name.slice(0, 40)}#${this.built.size}`, ...build() };
      this.built.set(name, statement);
    }
    return statement;
  }
}
