/** Keeps secrets unreadable in our tables; filled from the vault of personal data. `purpose` is part of the seal. */
export interface SecretBox {
  seal(purpose: string, text: string): Promise<string>;
  open(purpose: string, sealed: string): Promise<string>;
}

/** What sellers are called, for pages and files of administrators. Unknown ones are left out. */
export type SellerNames = (sellerIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** A statement as a document, filled from an adapter. The same statement gives the same bytes. */
export interface StatementDocument {
  title: string;
  sellerName: string;
  /** What to say above the table, as label and value. */
  facts: readonly (readonly [label: string, value: string])[];
  columns: readonly { label: string; align: 'start' | 'end'; width: number }[];
  rows: readonly (readonly string[])[];
  /** Drawn stronger, below the rows. */
  totals: readonly (readonly string[])[];
  /** Said to be made then. */
  madeAt: Date;
}
export type DocumentPrinter = (document: StatementDocument) => Promise<Uint8Array>;
