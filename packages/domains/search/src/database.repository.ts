/** Use cases hand the database through to repositories; only repositories know the package it comes from. */
export type { AuditActor as Actor, Database } from '@mallhive/db';
