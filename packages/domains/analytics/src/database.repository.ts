/** Use cases hand the database through to repositories; only repositories know the package it comes from. */
export type { Database } from '@mallhive/db';
