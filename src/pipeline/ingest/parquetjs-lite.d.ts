/** The part of parquetjs-lite that the history uses; it ships no types of its own. */
declare module 'parquetjs-lite' {
  type Primitive = 'UTF8' | 'INT64' | 'TIMESTAMP_MILLIS'
  type Row = Record<string, string | number | bigint | Date | null>

  export class ParquetSchema {
    constructor(fields: Record<string, { type: Primitive; optional?: boolean }>)
  }

  export class ParquetWriter {
    static openFile(schema: ParquetSchema, path: string): Promise<ParquetWriter>
    appendRow(row: Row): Promise<void>
    close(): Promise<void>
  }
}
