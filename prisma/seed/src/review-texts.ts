/** What buyers say, by department: praise, reservations and complaints. `{noun}` is what the product is called in running text. */
export interface ReviewTexts {
  praise: string[];
  mixed: string[];
  complaint: string[];
}

export const reviewTexts: Record<string, ReviewTexts | undefined> = {
  'home-living': {
    praise: [
      'Heavier and better made than I expected from the pictures.',
      'It has been in use every day since it came and still looks new.',
      'The colour is exactly as shown, warm without being yellow.',
      'I bought one to try and have since ordered two more.',
      'You can tell that somebody thought about how it would be used.',
      'It has changed how the whole corner of the room feels.',
      'My mother noticed it within a minute of arriving and asked where it was from.',
      'Packed so well that I kept the box.',
      'The finish is lovely, no rough edges anywhere.',
      'It replaced something three times the price and I do not miss that one.',
    ],
    mixed: [
      'A little smaller than I had pictured, so do check the measurements.',
      'The shade is slightly cooler by daylight than on my screen.',
      'Good, though the instructions could be clearer.',
      'I knocked off a star for the delivery, which took six days.',
    ],
    complaint: [
      'Mine arrived with a chip on the underside. The replacement was quick, but still.',
      'It feels lighter than the price suggests.',
      'Not the colour I thought I had ordered, and it went back.',
    ],
  },
  fashion: {
    praise: [
      'True to size and it hangs beautifully.',
      'The stitching is neat inside as well as out.',
      'I have worn it three times this week already.',
      'Soft from the first day, no breaking in at all.',
      'Finally one with proper pockets.',
      'I get asked about it every time I wear it.',
      'It has been through the wash a dozen times and kept its shape.',
      'The weight of the cloth is just right for a British summer.',
      'Bought the second colour the day after the first one came.',
      'Looks far more expensive than it was.',
    ],
    mixed: [
      'Comes up slightly large: I would go down a size if you are between two.',
      'Lovely, but it does crease if you so much as look at it.',
      'The colour is a touch darker than the photograph.',
      'Needed a week to soften up; very comfortable now.',
    ],
    complaint: [
      'A seam started to go within a month. They mended it free, so two stars rather than one.',
      'The fit was not for me, narrower than usual.',
      'The fabric is thinner than I hoped.',
    ],
  },
  beauty: {
    praise: [
      'My skin is usually difficult and has been calm ever since.',
      'The scent is gentle and gone within minutes, which I like.',
      'A little goes a very long way: I am two months in and only half way down.',
      'It does exactly what the label says and nothing silly.',
      'I have stopped buying the brand I used for ten years.',
      'Sinks in at once, no greasy film.',
      'Lovely to hold, lovely to use, and it can be refilled.',
      'My teenage son has taken to it, which says everything.',
      'Survived a gym session and a train home.',
    ],
    mixed: [
      'Good stuff, but the scent is stronger than I expected at first.',
      'Works well. I wish it came in a larger size.',
      'Pleasant, though I cannot say that I see a great difference yet.',
    ],
    complaint: [
      'The lid had worked loose in the post and some of it was lost.',
      'It did not agree with my skin, which is hardly their fault, but there it is.',
    ],
  },
  'food-drink': {
    praise: [
      'Gone by Sunday evening, and there were only two of us.',
      'Tastes the way I remember it tasting when I was small.',
      'Beautifully fresh, and the date on it was weeks away.',
      'I took it to a supper as a present and was asked back.',
      'You can taste that they have not skimped on anything.',
      'We have it on repeat now, once a month.',
      'Not too sweet, which is rare.',
      'Arrived well packed and still cool.',
      'My husband, who claims not to care about such things, asked for more.',
      'Worth every penny over the supermarket one.',
    ],
    mixed: [
      'Very good, if a little dear once you add the postage.',
      'Nice, but I preferred last year’s batch.',
      'Slightly sweeter than I like; the family disagree.',
    ],
    complaint: [
      'One had broken in the box. Refunded the same day, to be fair.',
      'I found it rather bland for the price.',
    ],
  },
  'garden-outdoors': {
    praise: [
      'Arrived in perfect health and has put on two new leaves already.',
      'Sturdy, simple and obviously made to be used outdoors.',
      'It came through a very wet weekend in Snowdonia without complaint.',
      'The packaging was all card and went straight on the compost.',
      'I have had cheaper ones and they lasted a season. This will not.',
      'Clear instructions and a hand-written note, which was a nice touch.',
      'Just what the shed was missing.',
      'Bigger and bushier than the one in the picture.',
      'Does the job and feels good in the hand.',
    ],
    mixed: [
      'Good quality, although smaller than I imagined.',
      'Took a while to settle in, fine now.',
      'Sound, but a bag to keep it in would have been welcome.',
    ],
    complaint: [
      'Looked rather sorry for itself on arrival and never quite recovered.',
      'One fitting was missing and had to be sent on.',
    ],
  },
  'sport-leisure': {
    praise: [
      'Noticeably better than the club’s own.',
      'Used every weekend since August and it has hardly marked.',
      'My daughter has not put it down.',
      'Light, solid and the grip is excellent.',
      'Took ten minutes to set up and has not needed touching since.',
      'Great for the money and clearly made by people who play.',
      'I was doubtful about buying it unseen, and need not have been.',
      'Dries fast and does not hold a smell.',
    ],
    mixed: [
      'Very good, but the sizing runs small.',
      'A bit stiff at first; loosened up after a fortnight.',
      'Fine for the park, perhaps not for matches.',
    ],
    complaint: ['Lost its shape sooner than I would have liked.', 'The strap came undone on the second outing.'],
  },
  'toys-games': {
    praise: [
      'Has not left her side since Saturday.',
      'Properly made: no sharp bits, no nonsense, no batteries.',
      'It kept three children quiet for an entire wet afternoon.',
      'Even the grown-ups ended up on the floor with it.',
      'Washed twice already and come out as good as new.',
      'A lovely present. The box alone caused great excitement.',
      'Simple rules, and different every time we play.',
      'Sturdy enough to be sat on, which has been tested.',
    ],
    mixed: [
      'Sweet, though a bit smaller than we expected.',
      'Older children finish with it quickly; the four-year-old adores it.',
      'Nicely made. The instructions are rather brief.',
    ],
    complaint: [
      'A wheel came off in the first week. They sent another without a fuss.',
      'Did not hold our son’s interest for long.',
    ],
  },
  'tech-hobbies': {
    praise: [
      'Does what it says, first time, with nothing to install.',
      'The sound is warm and clear, and voices are easy to follow.',
      'Solid in a way that things at this price seldom are.',
      'The paper takes a fountain pen without feathering.',
      'A pleasure to use at the end of a long day.',
      'I opened it up out of curiosity: tidy inside, with real screws.',
      'Battery life is honestly stated, which makes a change.',
      'My teacher thought it had cost twice as much.',
      'I have filled one already and bought the next.',
    ],
    mixed: [
      'Very good, but the cable is on the short side.',
      'Took an evening to get used to, and now I would not go back.',
      'Slightly heavier than I had hoped for carrying about.',
    ],
    complaint: [
      'Developed a rattle after a month. It is with them for repair.',
      'The finish marks more easily than I like.',
    ],
  },
};

export const reviewTitles: Record<'praise' | 'mixed' | 'complaint', string[]> = {
  praise: [
    'Lovely thing',
    'Better than expected',
    'Could not be happier',
    'Would buy again',
    'Exactly right',
    'A real find',
    'Beautifully made',
    'Worth it',
    'Very pleased',
    'Quietly excellent',
    'Five stars from me',
    'A great present',
    'Just as described',
    'Can’t fault it',
  ],
  mixed: [
    'Good, with a caveat',
    'Nearly perfect',
    'Nice, but check the details',
    'Mostly happy',
    'Good value',
    'Not bad at all',
  ],
  complaint: ['Disappointed', 'Not for me', 'Hoped for more', 'Had to send it back'],
};

export const closings: string[] = [
  'Recommended.',
  'Thank you!',
  'Will order again.',
  'Delivery took two days.',
  'Glad I went for it.',
  'I shall be back for another.',
  'Arrived a day early, too.',
  'No regrets.',
];

export const firstNames =
  'Amelia Aisha Alan Alice Andrew Anna Arjun Beth Bridget Callum Carys Charlotte Chidi Claire Daniel David Dev Eleanor Emma Esther Ewan Farah Fiona Gareth Grace Hannah Harriet Hugh Imogen Isla Jack James Jo Joanna Karim Kate Keira Laura Leah Liam Lucy Maeve Mark Martha Megan Mohammed Nadia Naomi Niall Nina Oliver Olu Owen Paul Penny Peter Priya Rachel Rhys Robert Rosa Ruth Sam Sarah Seren Sian Simon Sofia Sophie Stephen Sunita Tariq Theo Tom Una Victoria Will Yasmin Zoe'.split(
    ' ',
  );
export const lastNames =
  'Abbott Ahmed Barker Begum Bennett Brennan Burton Campbell Carter Chaudhry Clarke Cole Davies Dixon Doyle Edwards Ellis Evans Fletcher Foster Gallagher Gibson Grant Green Griffiths Hall Harris Hayes Holt Hughes Hussain Iqbal Jackson Jones Kaur Kelly Khan Knight Lambert Lloyd Mackenzie Marsh Mason Mehta Mills Morgan Murphy Murray Nair Newton Okafor Oliver Owen Palmer Parry Patel Payne Pearce Powell Price Quinn Rahman Reid Richards Robinson Ross Russell Shah Sharma Shaw Singh Stewart Stone Sutton Taylor Thomas Turner Walsh Ward Watson Webb West Wilson Wood Wright Young'.split(
    ' ',
  );
