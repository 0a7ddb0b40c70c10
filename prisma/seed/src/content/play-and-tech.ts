import type { ProductLine } from '../product-line.ts';

export const playAndTech: ProductLine[] = [
  {
    category: 'toys-games/soft-toys',
    seller: 'little-acorn-toys',
    noun: 'soft toy',
    icon: 'teddy-bear',
    props: ['balloon', 'ribbon', 'books'],
    stages: ['sweep', 'window', 'disc', 'arch'],
    price: [14, 46],
    weightGrams: 320,
    options: [{ name: 'Size', values: ['Small', 'Medium+8', 'Large+20'], take: [2, 3] }],
    attributes: { Age: 'From birth', Material: 'Organic cotton plush', Washable: 'Yes' },
    story: [
      'Stuffed with springy recycled wool and weighted in the bottom, so that it sits up and listens.',
      'Eyes and nose are stitched, not stuck: there is nothing to come off.',
      'Every one is checked by two people and hugged by a third.',
      'The tag has a space for a name, because it will be given one.',
    ],
    care: 'Machine wash cold in a pillow case. We run a hospital for worn-out toys.',
    highlights: [
      'Safe from birth',
      'Machine washable',
      'Toy hospital for life',
      'Stitched features',
      'Organic cotton plush',
    ],
    items: `
Barnaby Bear | The bear to whom all the others are compared | p=28; i=teddy-bear
Clementine Bear | Pink, calm and an excellent listener | p=28; t=Blush
Midnight Bear | Dark blue, for secrets | p=28; t=Ink
Hopscotch Rabbit | Long ears, good for holding in traffic | p=24; i=rabbit
Hoot the Owl | Awake all night so that you need not be | p=26; i=owl
Otis Otter | Lies on his back, holds hands | p=26; i=otter
Slow Sloth | Velcro paws; hangs from cots and handlebars | p=25; i=sloth
Prickle Hedgehog | Not prickly in the least | p=20; i=hedgehog
Pebble Penguin | Stands up, falls over, stands up | p=22; i=penguin
Marmalade Fox | A tail you can use as a pillow | p=24; i=fox
Nelly Elephant | Grey corduroy and enormous ears | p=30; i=elephant
Stretch Giraffe | Tall enough to see who is at the door | p=34; i=giraffe
Splash Whale | Big, blue and good to lie on | p=32; i=whale
Eight-Hug Octopus | One arm for every worry | p=24; i=octopus
Tortoise & Shell | The shell comes off; the tortoise is fine about it | p=22; i=turtle
Diplo Dinosaur | Seventy centimetres, most of it neck | p=30; i=sauropod
Rex, Reformed | A tyrant, now a vegetarian | p=28; i=t-rex
Moonbeam Unicorn | A mane for plaiting | p=32; i=unicorn
Flora Flamingo | Bendy legs, strong opinions | p=26; i=flamingo
Puddle Duck | Waddles behind on a string | p=18; i=duck
Bamboo Panda | Round, sleepy, always lunching | p=26; i=panda`,
  },
  {
    category: 'toys-games/games-puzzles',
    seller: 'little-acorn-toys',
    noun: 'game',
    icon: 'game-die',
    props: ['chess-pawn', 'puzzle-piece', 'hourglass-not-done'],
    stages: ['flat', 'disc', 'plinth'],
    price: [8, 54],
    weightGrams: 700,
    attributes: { Age: '6 and over', Players: '2 to 6', Time: '30 minutes' },
    story: [
      'Rules on a single page, tested on people who do not read rules.',
      'Card, wood and cloth; no plastic, no batteries, no app.',
      'Lost a piece? Tell us which, and it is in the post.',
    ],
    care: 'Keep the bag for the bits.',
    highlights: ['Rules on one page', 'Lost pieces replaced free', 'No plastic', 'Printed in Britain'],
    items: `
Six Beech Dice | Rounded corners, honest rolls | p=8; Players=Any
Dice Tower & Tray | Fair rolls and no more lost dice | p=24
Yacht & Liar’s Dice Set | Two games, five dice, many accusations | p=16
Club Chess Set | Weighted pieces with felt beneath | p=46; i=chess-pawn; Age=8 and over; Players=2; Time=An evening
Travel Draughts | Pegged, for trains and back seats | p=18; i=chess-pawn; Players=2; t=Red
Playing Cards, Linen | Shuffle like water | p=9; i=joker; Players=1 to 6
Tile Rummy | Old tiles, new rules, late nights | p=38; i=mahjong-red-dragon; Players=2 to 4
Hedgerow Jigsaw, 1,000 Pieces | Every piece a different shape, one bird hidden | p=22; i=puzzle-piece; Age=10 and over; Players=1 or more; Time=A weekend
First Jigsaws, Set of Four | Four, six, nine and twelve pieces | p=16; i=puzzle-piece; Age=2 and over; Players=1; t=Coral
Night Sky Jigsaw, 500 Pieces | Glows a little when the light goes out | p=20; i=puzzle-piece; t=Ink; Age=8 and over
Table Pool | Slate bed, two cues, hours | p=54; i=pool-8-ball; Players=2
Magician’s First Box | Twelve tricks and the patter to go with them | p=26; i=magic-wand; Age=7 and over; Players=1
Wizard’s Quest | A card game of bluff, frogs and sudden reversals | p=19; i=frog
Retro Handheld | Two hundred little games, one thumb | p=42; i=video-game; Players=1; Time=Too long
Arcade Stick | For elbows-out games on the telly | p=48; i=joystick; Players=1 or 2`,
  },
  {
    category: 'toys-games/wooden-outdoor',
    seller: 'little-acorn-toys',
    noun: 'toy',
    icon: 'locomotive',
    props: ['balloon', 'puzzle-piece', 'sailboat'],
    stages: ['disc', 'sweep', 'shelf'],
    price: [9, 68],
    weightGrams: 520,
    attributes: { Age: '3 and over', Material: 'Beech', Finish: 'Water-based paint' },
    story: [
      'Turned and sanded in Totnes, painted with colours that may be licked.',
      'Big wheels, no small parts, and weight enough to feel real.',
      'Built so that a grandchild can have it too.',
    ],
    care: 'Wipe with a damp cloth. New wheels and axles at cost.',
    highlights: ['Solid beech', 'Paint safe for mouths', 'Spare wheels', 'Made in Devon'],
    items: `
Branch Line Engine | Pulls anything with a hook | p=28
Goods Train, Five Trucks | Coal, timber, milk and two surprises | p=44
Harbour Tug | Low, heavy and the boss of the bath | p=16; i=sailboat
Fire Engine with Ladder | The ladder goes up; the cat comes down | p=34; i=fire-engine
Green Tractor | Chunky tyres for carpets and flower beds | p=26; i=tractor
Bath-Time Sailing Boat | Floats upright, which is rarer than you think | p=18; i=sailboat
Stunt Aeroplane | Loops if you throw it well | p=16; i=airplane; Material=Balsa
Air-Sea Rescue Helicopter | Rotors that really whirr | p=28; i=helicopter
Moon Rocket | Three stages and two astronauts | p=36; i=rocket
Wind-Up Robot | Walks, turns at the edge, never complains | p=32; i=robot; Material=Tinplate; Age=5 and over
Racing Car No. 7 | Low, red and faster downhill | p=22; i=racing-car
Carousel Rocking Horse | Bow rockers and a mane of wool | p=68; i=carousel-horse`,
  },
  {
    category: 'toys-games/wooden-outdoor',
    seller: 'little-acorn-toys',
    noun: 'outdoor toy',
    icon: 'kite',
    props: ['balloon', 'soccer-ball', 'sunflower'],
    stages: ['sweep', 'disc'],
    price: [5, 140],
    weightGrams: 400,
    options: [{ name: 'Colour', values: ['Red', 'Teal', 'Mustard', 'Lilac', 'Moss'], take: [2, 4] }],
    attributes: { Age: '5 and over', Material: 'Ripstop and ash' },
    story: [
      'Ready to go out of the bag: no tools and no sighing.',
      'Bright enough to be found in a hedge.',
      'Tested by the reception class next door, thoroughly.',
    ],
    care: 'Dry before packing.',
    highlights: ['Ready in a minute', 'Spare line included', 'Mends with tape', 'Bag for carrying'],
    items: `
Downs Diamond Kite | Flies in a breeze, behaves in a gale | p=26
Stunt Kite, Two-Line | Loops, dives and a few tangles | p=38
Pocket Parafoil | No sticks at all; lives in a coat | p=18
Yo-Yo, Ball-Bearing | Sleeps for a full minute | p=12; i=yo-yo; Material=Beech
Water Squirter | Ten metres, no batteries, no mercy | p=9; i=water-pistol; Material=Recycled plastic
Balloon Bunch, Twelve | Natural rubber that rots away | p=6; i=balloon; Material=Natural rubber
Garden Slide | Comes apart for the winter | p=138; i=playground-slide; Material=Beech; Colour=
Chunky Chalks & Crayons | For pavements, paper and the occasional wall | p=8; i=crayon; Material=Beeswax; Age=2 and over; Colour=`,
  },
  {
    category: 'tech-hobbies/audio',
    seller: 'signal-and-sound',
    noun: 'pair of headphones',
    icon: 'headphone',
    props: ['mobile-phone', 'optical-disk', 'hot-beverage'],
    stages: ['plinth', 'disc', 'arch', 'sweep'],
    price: [38, 240],
    weightGrams: 280,
    options: [{ name: 'Colour', values: ['Charcoal', 'Oat', 'Rust', 'Sage', 'Ink', 'Silver'], take: [3, 4] }],
    attributes: { Connection: 'Bluetooth and cable', Battery: '40 hours, replaceable', Guarantee: 'Five years' },
    story: [
      'Tuned by ear in a room with a carpet, which is where you will be listening.',
      'Pads, band, cable and battery come off with one screwdriver.',
      'They fold flat, weigh little and do not light up.',
    ],
    care: 'New pads every two years keep them like new.',
    highlights: ['Replaceable battery', 'Repairable with one screwdriver', 'No app needed', 'Five year guarantee'],
    items: `
Signal One Headphones | Warm, even and comfortable for a whole album | p=148
Walking Headphones | Open enough to hear the bus | p=92
Reference Headphones | For those who sit down to listen | p=240; Connection=Cable; Battery=None needed
Signal One Closed-Back | The same sound with the train left out | p=178
Studio Monitors 250 | Flat and honest, for people who mix | p=228; Connection=Cable; Battery=None needed
Kids’ Quiet Headphones | Never louder than 85 decibels | p=44; c=Coral,Sky,Mustard; Battery=30 hours, replaceable
On-Ear Commuter | Small, light and in your coat pocket | p=78`,
  },
  {
    category: 'tech-hobbies/audio',
    seller: 'signal-and-sound',
    noun: 'radio',
    icon: 'radio',
    props: ['hot-beverage', 'potted-plant', 'alarm-clock'],
    stages: ['shelf', 'window', 'plinth'],
    price: [48, 260],
    weightGrams: 1400,
    options: [{ name: 'Colour', values: ['Oat', 'Teal', 'Red', 'Charcoal', 'Walnut'], take: [3, 4] }],
    attributes: { Connection: 'DAB+, FM, Bluetooth', Battery: '20 hours, replaceable', Guarantee: 'Five years' },
    story: [
      'Three knobs and five presets: you could work it with the lights off.',
      'A timber cabinet does for sound what it has done since 1930.',
      'The battery slides out from the bottom like a drawer.',
    ],
    care: 'Dust the grille with a brush.',
    highlights: ['Five real presets', 'Timber cabinet', 'Slide-out battery', 'Works without the internet'],
    items: `
Kitchen Radio | Comes on with the kettle, ends with the shipping forecast | p=128
Travel Radio | Small, tough and good at finding France | p=58
Bedside Radio | Dims to nothing and wakes you gently | p=98
Bench Radio | Dust-proof, drop-proof, always the cricket | p=112
Speaker S2, Pair | Small boxes with a long reach | p=240; i=speaker-high-volume; Connection=Bluetooth and phono; Battery=; Colour=
Portable Television | A small screen for big matches | p=168; i=television; Connection=HDMI, aerial; Battery=`,
  },
  {
    category: 'tech-hobbies/audio',
    seller: 'signal-and-sound',
    noun: 'microphone',
    icon: 'studio-microphone',
    props: ['headphone', 'level-slider', 'musical-keyboard'],
    stages: ['plinth', 'arch', 'disc'],
    price: [38, 320],
    weightGrams: 620,
    attributes: { Connection: 'USB-C and XLR', Guarantee: 'Five years' },
    story: [
      'A large capsule and a quiet amplifier, in a body you can unscrew.',
      'Forgiving of ordinary rooms, which most of ours are.',
      'What you hear is you, on a good day.',
    ],
    care: 'Rinse the mesh, dry, screw back.',
    highlights: ['USB and XLR', 'Metal body', 'Stand included', 'Capsule can be replaced'],
    items: `
Table Talk Microphone | For podcasts, meetings and bedtime stories | p=98
Stage Vocal Microphone | Sounds good, survives drummers | p=76; i=microphone; Connection=XLR
Four-Channel Mixer | Eight knobs, all of which do something | p=148; i=control-knobs
Desk Fader | One big slider for how loud the day is | p=58; i=level-slider; Connection=USB-C
CD Player, Top-Loading | Because you still have them all | p=138; i=optical-disk; Connection=Phono, Bluetooth`,
  },
  {
    category: 'tech-hobbies/desk-tech',
    seller: 'signal-and-sound',
    noun: 'keyboard',
    icon: 'keyboard',
    props: ['computer-mouse', 'hot-beverage', 'potted-plant'],
    stages: ['flat', 'sweep', 'shelf'],
    price: [38, 160],
    weightGrams: 820,
    options: [
      { name: 'Colour', values: ['Silver', 'Charcoal', 'Sage', 'Blush', 'Sky'], take: [2, 4] },
      { name: 'Layout', values: ['UK', 'US', 'DE'], take: [2, 3] },
    ],
    attributes: { Connection: 'Bluetooth and USB-C', Switches: 'Quiet tactile', Guarantee: 'Five years' },
    story: [
      'Switches pull out with the tool in the box, so a spilt coffee is an afternoon and not a funeral.',
      'Caps are dye-printed and will not wear off.',
      'Pairs with three machines and remembers all of them.',
    ],
    care: 'Turn over, tap, brush. Caps can go through the dishwasher.',
    highlights: ['Hot-swap switches', 'Quiet enough for offices', 'Three devices', 'Dye-printed caps'],
    items: `
Desk Board 75 | Everything you need, nothing under the mouse | p=118
Desk Board 60 | Compact, with arrow keys all the same | p=96
Typewriter Board | Round caps, gentle thud | p=148
Desk Board Full | With a number pad, for accountants | p=138
Travel Board | Thin, light and still a pleasure | p=84
Piano Controller 25 | Twenty-five keys for a lap | p=98; i=musical-keyboard; Colour=; Layout=; Switches=; Connection=USB-C MIDI`,
  },
  {
    category: 'tech-hobbies/desk-tech',
    seller: 'signal-and-sound',
    noun: 'machine',
    icon: 'laptop',
    props: ['keyboard', 'potted-plant', 'books'],
    stages: ['sweep', 'shelf', 'plinth'],
    price: [24, 980],
    weightGrams: 1400,
    attributes: { Guarantee: 'Five years', Repairable: 'Yes' },
    story: [
      'Held together by eight screws, all of the same size.',
      'Memory, battery, keyboard and ports are yours to change.',
      'It comes with a clean system and nothing that asks you to sign in.',
    ],
    care: 'Open it once a year and blow out the dust.',
    highlights: ['Opens with eight screws', 'Standard parts', 'No bloat', 'Repair guide in the box'],
    items: `
Fieldbook 14 Laptop | A light laptop that you are allowed to open | p=890
Fieldbook 12 Laptop | The small one, with the same screws | p=720
Studio All-in-One | A screen with a computer behind it that you can reach | p=960; i=desktop-computer
Home Desktop | Quiet, upgradeable, hides behind a plant | p=720; i=desktop-computer
Everyday Mouse | Fits most hands, clicks softly | p=32; i=computer-mouse; t=Sage
Thumb Trackball | Your wrist will write to thank you | p=48; i=trackball
Refill-Tank Printer | Ink by the bottle, not by the thimble | p=168; i=printer
Backup Drive, 2 TB | Plug it in on Sundays | p=74; i=floppy-disk
Mini Tower Fan-Free PC | No moving parts, no noise, no drama | p=460; i=desktop-computer`,
  },
  {
    category: 'tech-hobbies/cameras-phones',
    seller: 'signal-and-sound',
    noun: 'camera',
    icon: 'camera',
    props: ['film-frames', 'sunglasses', 'world-map'],
    stages: ['plinth', 'disc', 'window'],
    price: [58, 640],
    weightGrams: 480,
    options: [{ name: 'Colour', values: ['Charcoal', 'Tan', 'Forest', 'Burgundy'], take: [2, 3] }],
    attributes: { Guarantee: 'Five years', Repairable: 'Yes' },
    story: [
      'A dial for each thing that matters, and a screen only for those who ask.',
      'The leather is real and the lens cap is tied on.',
      'Service manual included: it is a good read.',
    ],
    care: 'Blow, brush, then wipe. In that order.',
    highlights: ['Real dials', 'Serviceable', 'Tied-on lens cap', 'Strap included'],
    items: `
Pocket 35 Film Camera | Thirty-six chances, none deleted | p=168
Half-Frame 72 | Twice the pictures on one roll | p=148
Wide-Angle Travel Camera | Mountains, cathedrals, whole families | p=340
Weekender Compact | Goes in a coat, comes out in time | p=320
Flash Party Camera | Point, blink, laugh | p=78; i=camera-with-flash
Home Video Camera | Films the play without filming your foot | p=290; i=video-camera
Super 8 Projector | Cinema night on a bed sheet | p=240; i=film-projector; Colour=
Cine Camera, Restored | Serviced, tested and loaded with film | p=380; i=movie-camera; Colour=`,
  },
  {
    category: 'tech-hobbies/cameras-phones',
    seller: 'signal-and-sound',
    noun: 'device',
    icon: 'mobile-phone',
    props: ['headphone', 'battery', 'electric-plug'],
    stages: ['sweep', 'plinth', 'arch', 'disc'],
    price: [12, 420],
    weightGrams: 260,
    options: [{ name: 'Colour', values: ['Charcoal', 'Sage', 'Coral', 'Silver'], take: [2, 3] }],
    attributes: { Guarantee: 'Five years', Repairable: 'Yes' },
    story: [
      'The back comes off with a fingernail and the battery lifts out.',
      'Security updates for eight years, in writing.',
      'Less to do on it, which turns out to be the point.',
    ],
    care: 'Spare screens, batteries and backs are always in stock.',
    highlights: ['Replaceable battery', 'Eight years of updates', 'Spare parts in stock', 'Made to be opened'],
    items: `
Plain Phone 5 | Calls, maps, camera, quiet | p=340
Plain Phone Senior | Big buttons, loud bell, no nonsense | p=190
Plain Phone Mini | For small hands and small pockets | p=280
Hallway Telephone | A dial tone and a curly cord | p=68; i=telephone; c=Red,Teal,Oat; Repairable=Yes
Power Bank 10,000 | Two full charges in the size of a card deck | p=34; i=battery; Colour=
Travel Plug | Four countries, three ports, one lump | p=28; i=electric-plug; Colour=
Reading Magnifier | Glass, not plastic, with a light that helps | p=24; i=magnifying-glass-tilted-left; Colour=
Beginner’s Microscope | Pond water will never be the same | p=84; i=microscope; Colour=`,
  },
];
