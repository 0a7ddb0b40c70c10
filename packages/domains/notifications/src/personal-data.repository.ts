import { type Database, statement } from '@mallhive/db';

const theirs = '(user_id = $1 or lower(recipient) = $2)';
const ofPerson = statement(
  'notifications.of-person',
  `select channel, template, recipient, subject, text, status, created_at as "createdAt", sent_at as "sentAt"
   from notifications.messages where ${theirs} order by created_at`,
);
const forget = statement('notifications.forget-person', `delete from notifications.messages where ${theirs}`);
const forgetPreferences = statement(
  'notifications.forget-preferences',
  'delete from notifications.preferences where user_id = $1',
);

export interface PersonalMessage {
  channel: string;
  template: string;
  recipient: string;
  subject: string;
  text: string;
  status: string;
  createdAt: Date;
  sentAt: Date | null;
}

export function createPersonalDataRepository(db: Database) {
  return {
    ofPerson: (userId: string, email: string) => db.sql.many<PersonalMessage>(ofPerson, [userId, email]),
    /** Messages first: without one on file, no link in a mail notes anything for them again. */
    forget: async (userId: string, email: string): Promise<number> => {
      const messages = await db.sql.execute(forget, [userId, email]);
      await db.sql.execute(forgetPreferences, [userId]);
      return messages;
    },
  };
}
