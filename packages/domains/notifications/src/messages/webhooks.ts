/** What owners are told of their own systems, in the language of their dashboard. */
export const webhookWords = {
  subject: 'Your system is not reached any more',
  text: {
    gone: (address: string) => `${address} answered that it is gone (410), so we have stopped sending to it.`,
    failing: (address: string) => `${address} has taken nothing for three days, so we have stopped sending to it.`,
  },
  remedy:
    'When it works again, switch it on in your dashboard. What failed meanwhile is in its log for 30 days, and can be sent again from there.',
  action: 'Look at the log',
};
