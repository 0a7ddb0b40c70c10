import type { Topic } from './topic.ts';

export const about: Topic = {
  title: 'Small shops, one basket',
  lead: 'MallHive is a market place for independent shops. You put together one basket from all of them and pay once; each shop packs and sends its own part.',
  sections: [
    {
      heading: 'Why a hive?',
      paragraphs: [
        'A hive is many small cells that hold more together than each would alone. Our shops keep their own character, their own stock and their own prices. We look after search, payment and the things nobody opens a shop for.',
      ],
    },
    {
      heading: 'What you can count on',
      paragraphs: [
        'Prices that include VAT and do not change at the checkout. A basket that never sells you what is not there. Thirty days to change your mind. Reviews only from people who bought the product.',
      ],
    },
    {
      heading: 'For shops',
      paragraphs: [
        'Sellers get a dashboard with today’s sales, orders to send, stock and prices, and are paid for every parcel that left. If you would like to sell with us, write to shops@mallhive.example.',
      ],
    },
  ],
};
