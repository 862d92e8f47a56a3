import type { ColumnType } from 'kysely'

/** Goes in as text: the driver takes an array for a PostgreSQL one. */
export type Json<T> = ColumnType<T, string, string>

/** 64-bit numbers come as text: they do not fit a JavaScript number. */
export type Big = ColumnType<string, string | bigint, string | bigint>
