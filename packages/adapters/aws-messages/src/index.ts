export { createSesMail, type SesOptions } from './ses.ts';
export { createSesIntake, type SesIntake, type SesIntakeOptions } from './ses-intake.ts';
export { createSnsSms, type SnsSmsOptions } from './sns-sms.ts';
