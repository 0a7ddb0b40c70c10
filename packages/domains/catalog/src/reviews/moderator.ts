import { AppError } from '@mallhive/kernel';

/** Who moderates, as the edge knows them. */
export interface Moderator {
  id: string;
  roles: readonly string[];
}

/** Thrown when somebody who is no administrator reaches a use case of administrators. */
export function assertAdministrator(moderator: Moderator): void {
  if (!moderator.roles.includes('administrator')) {
    throw new AppError('forbidden', 'not_allowed', 'You are not allowed to do this.');
  }
}
