import type { TestDatabase } from '@mallhive/db/testing';
import type { z } from 'zod';
import type { searchOutput, suggestOutput } from '../../contract.ts';
import type { Search } from '../../index.ts';
import type { fakeProductSource } from '../../testing.ts';

type Answer = z.infer<typeof searchOutput>;

/** What every part of the contract works with: one shop of a few products, and short ways to ask it. */
export interface ContractKit {
  readonly search: Search;
  readonly database: TestDatabase;
  readonly fake: ReturnType<typeof fakeProductSource>;
  /** PostgreSQL answers, not an outside engine. */
  readonly own: boolean;
  find(input: Record<string, unknown>): Promise<Answer>;
  titles(input: Record<string, unknown>): Promise<string[]>;
  typing(query: string, more?: object): Promise<z.infer<typeof suggestOutput>>;
  /** Counts of one facet by value. */
  facet(output: Answer, name: string): Record<string, number>;
}
