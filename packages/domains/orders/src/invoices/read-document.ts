import type { z } from 'zod';
import { opens } from '../access-token.ts';
import { documentNotFound } from '../errors.ts';
import { assertMember, type SellerActor } from '../owner.ts';
import type { DocumentPrinter } from '../ports.ts';
import type { documentInput, documentOutput, sellerDocumentInput } from './contract.ts';
import type { InvoiceRepository, StoredDocument } from './invoice.repository.ts';
import { paperOf } from './paper.ts';

export interface DocumentDeps {
  invoices: InvoiceRepository;
  print: DocumentPrinter | null;
}
type File = z.output<typeof documentOutput>;

async function fileOf({ print }: DocumentDeps, document: StoredDocument): Promise<File> {
  if (!print) throw documentNotFound();
  const bytes = await print(paperOf(document));
  return { name: `${document.number}.pdf`, type: 'application/pdf', base64: Buffer.from(bytes).toString('base64') };
}

/** By the order's token, or for its signed-in owner; anybody else learns nothing. */
export async function readDocument(
  deps: DocumentDeps,
  userId: string | null,
  { documentId, accessToken }: z.output<typeof documentInput>,
): Promise<File> {
  const document = await deps.invoices.byId(documentId);
  const mine = document !== null && userId !== null && document.userId === userId;
  const token = document !== null && accessToken !== undefined && opens(accessToken, document.accessTokenHash);
  if (!document || !(mine || token)) throw documentNotFound();
  return fileOf(deps, document);
}

export async function readSellerDocument(
  deps: DocumentDeps,
  actor: SellerActor,
  { sellerId, documentId }: z.output<typeof sellerDocumentInput>,
): Promise<File> {
  assertMember(actor, sellerId);
  const document = await deps.invoices.byId(documentId);
  if (document?.sellerId !== sellerId) throw documentNotFound();
  return fileOf(deps, document);
}

/** For administrators. */
export async function readAnyDocument(deps: DocumentDeps, documentId: string): Promise<File> {
  const document = await deps.invoices.byId(documentId);
  if (!document) throw documentNotFound();
  return fileOf(deps, document);
}
