export { createPersonalizeSink, type PersonalizeEventsOptions } from './events.ts';
export { createPersonalize, type PersonalizeOptions } from './recommend.ts';
