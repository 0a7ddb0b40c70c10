import { type Database, statement } from '@mallhive/db';

const theirs = '(user_id = $1 or lower(recipient) = $2)';
const ofPerson = statement(
  'notifications.of-person',
  `select channel, template, recipient, subject, text, status, created_at as "createdAt", sent_at as "sentAt"
   from notifications.messages where ${theirs} order by created_at`,
);
const forget = statement('notifications.forget-person', `delete from notifications.messages where ${theirs}`);

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
    forget: (userId: string, email: string) => db.sql.execute(forget, [userId, email]),
  };
}
