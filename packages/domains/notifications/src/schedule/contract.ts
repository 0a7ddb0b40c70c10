import { z } from 'zod';

/** As the tz database names it: `Europe/Berlin`. */
const timeZone = z.string().min(1).max(64);
/** Minutes after midnight. */
const minutes = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** query notifications.times (shopper): own ones. `known` false: nothing was said, and the shop's own hold. */
export const timesOutput = z.object({
  timeZone: z.string(),
  quietFrom: z.int(),
  quietTo: z.int(),
  known: z.boolean(),
});
/** mutation notifications.setTimes (shopper): own ones; both minutes the same: never quiet. UNPROCESSABLE_CONTENT `time_zone_unknown`. */
export const setTimesInput = z.object({ timeZone, quietFrom: minutes, quietTo: minutes });
/** mutation notifications.learnTimeZone (shopper): as the browser says; what the person chose stays. */
export const learnTimeZoneInput = z.object({ timeZone });
export const learnTimeZoneOutput = z.object({ learnt: z.boolean() });
