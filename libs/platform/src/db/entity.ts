import { Column, DefaultNamingStrategy, PrimaryColumn } from 'typeorm';

/** Every tenant row: the agency leads the key. No code sets `agencyId`; the database does. */
export abstract class TenantRow {
  @PrimaryColumn('uuid') readonly agencyId: string;
  @PrimaryColumn('uuid') readonly id: string;
}

/** A row that colleagues change at the same time: `version` goes up by one with each change. */
export abstract class VersionedRow extends TenantRow {
  @Column('int') readonly version: number;
  @Column('timestamptz') readonly createdAt: string;
  @Column('timestamptz') readonly updatedAt: string;
}

/** `displayName` is stored as `display_name`. */
export class SnakeNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }
}

/** `displayName` → `display_name`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
