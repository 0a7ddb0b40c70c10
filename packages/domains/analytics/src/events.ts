import { defineEvent } from '@mallhive/kernel';
import { z } from 'zod';

/** The figures of a day were computed anew. */
export const dayRolledUp = defineEvent('analytics/day.rolled-up', 1, z.object({ date: z.iso.date() }));
