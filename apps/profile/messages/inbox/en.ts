/** The page of messages inside the shop. */
export const inboxEn = {
  inbox: {
    title: 'Inbox',
    lead: 'What we wrote to you, newest first.',
    empty: 'Nothing here yet',
    emptyText: 'News about your orders appears here as soon as there is some.',
    settings: 'Choose what you get',
    failedTitle: 'Your inbox could not be loaded',
    failedText: 'That did not work. Please try again.',
    loading: 'Your messages are loading',
    more: 'Show older ones',
    allRead: 'Mark all as read',
    unread: 'New',
    open: 'Open',
  },
} as const;
