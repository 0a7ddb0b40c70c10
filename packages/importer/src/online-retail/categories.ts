/** Where a product goes and which object its picture shows. The first rule whose words stand in the name decides, so order matters. */
export interface CategoryRule {
  category: string;
  icon: string;
  words: RegExp;
}

export const department = {
  path: 'gift-shop',
  name: 'Gift Shop',
  description: 'Vintage-style gifts for homes, gardens and parties.',
};

export const categoryNames: Record<string, { name: string; description: string }> = {
  christmas: { name: 'Christmas', description: 'Decorations, cards and stockings.' },
  'bags-lunch': { name: 'Bags & Lunch', description: 'Jumbo bags, lunch bags and purses.' },
  'candles-lights': { name: 'Candles & Lights', description: 'T-lights, lanterns and fairy lights.' },
  'kitchen-dining': { name: 'Kitchen & Dining', description: 'Mugs, cake stands, tins and trays.' },
  'stationery-cards': { name: 'Stationery & Cards', description: 'Cards, wrap, pens and notebooks.' },
  'toys-children': { name: 'Toys & Children', description: 'Games, dolls and things for small rooms.' },
  'party-bunting': { name: 'Party & Bunting', description: 'Bunting, balloons and paper plates.' },
  'jewellery-accessories': { name: 'Jewellery & Accessories', description: 'Necklaces, hair slides and umbrellas.' },
  'garden-outdoor': { name: 'Garden & Outdoor', description: 'Pots, planters and picnics.' },
  'storage-boxes': { name: 'Storage & Boxes', description: 'Tins, drawers, baskets and hooks.' },
  'bath-beauty': { name: 'Bath & Warmth', description: 'Soaps, hand warmers and hot water bottles.' },
  'home-decor': { name: 'Home Decor', description: 'Signs, clocks, frames and cushions.' },
  'other-gifts': { name: 'More Gifts', description: 'Everything that fits no shelf.' },
};

const rule = (category: string, icon: string, words: string): CategoryRule => ({
  category: `${department.path}/${category}`,
  icon,
  words: new RegExp(`\\b(${words})`, 'i'),
});

export const categoryRules: CategoryRule[] = [
  rule('home-decor', 'mantelpiece-clock', 'clock\\b|clocks\\b|alarm|hourglass'),
  rule(
    'christmas',
    'christmas-tree',
    'christmas|advent|santa|reindeer|snowm[ae]n|snowflake|bauble|robin|rudolph|stocking|angel|nativity|festive|noel|wreath|fairy tale cottage nightlight',
  ),
  rule(
    'bags-lunch',
    'shopping-bags',
    'jumbo bag|jumbo shopper|jumbo storage|shopper|tote|recycling bag|charlotte bag|suki',
  ),
  rule(
    'bags-lunch',
    'handbag',
    'lunch bag|handbag|hand bag|shoulder bag|washbag|wash bag|cosmetic bag|bag\\b|bags\\b|rucksack|satchel|weekend',
  ),
  rule('bags-lunch', 'backpack', 'backpack|snack box|lunch box|bento'),
  rule('bags-lunch', 'purse', 'purse|wallet|coin|passport cover|luggage tag|travel card'),
  rule('bath-beauty', 'soap', 'soap|bath|shower|sponge|towel|flannel|toilet|loo roll|bathroom'),
  rule(
    'bath-beauty',
    'fire',
    'hand warmer|hot water bottle|hottie|slipper|earmuff|wheat ?bag|eye mask|blanket|throw\\b',
  ),
  rule(
    'bath-beauty',
    'lipstick',
    'lip gloss|lip balm|manicure|nail|compact|perfume|bath salt|body|hair ?brush|make ?up|vanity',
  ),
  rule(
    'candles-lights',
    'candle',
    't-light|tea ?light|candle|votive|incense|oil burner|fragrance|scented|candelabra|night ?light|joss|citronella|pillar',
  ),
  rule('candles-lights', 'light-bulb', 'lantern|lamp|light\\b|lights\\b|chandelier|fairy|torch|lampshade|lamp ?shade'),
  rule(
    'party-bunting',
    'balloon',
    'bunting|balloon|party|confetti|garland|streamer|paper chain|pinata|birthday|napkin|paper plate|paper cup|straws?\\b|banquet|doil|wedding|confetti|cones?\\b|rosette|feather',
  ),
  rule(
    'stationery-cards',
    'envelope',
    'card\\b|cards\\b|gift ?wrap|wrap\\b|envelope|gift tag|tissue|postage|sticker|ribbon|paper craft|writing set|letter',
  ),
  rule(
    'stationery-cards',
    'notebook',
    'notebook|journal|notelet|note book|diary|address book|sketchbook|scrapbook|photo album|memo|book\\b|calendar|organiser|folder|file|passport',
  ),
  rule(
    'stationery-cards',
    'pencil',
    'pencil|pen\\b|pens\\b|crayon|eraser|rubber|stamp|chalk|sharpener|ruler|sewing kit|needle|scissor|tape\\b|calculator|magnifying|paperweight|bookmark',
  ),
  rule('kitchen-dining', 'hot-beverage', 'mug|cup\\b|cups\\b|saucer|teacup|egg ?cup|beaker|coaster'),
  rule(
    'kitchen-dining',
    'teapot',
    'teapot|tea pot|tea set|tea caddy|tea cosy|tea towel|tea for|tea time|coffee|jug|pitcher|cafetiere|kettle',
  ),
  rule(
    'kitchen-dining',
    'cupcake',
    'cake|bak(?:e|ing)\\b|cookie|pastry|pudding|cupcake|jelly|icing|muffin|pantry|rolling pin|mould|pie|biscuit|bread|butter|cream',
  ),
  rule(
    'kitchen-dining',
    'bowl-with-spoon',
    'bowl|plate|dish|platter|tureen|ramekin|spoon|fork|cutlery|tray|placemat|place ?mat|table ?cloth|table ?mat|salad|soup|chopping|board|whisk|ladle|spatula|masher|colander|sieve|grater|peeler|opener|knife|knives|trivet|bottle|corkscrew|chopstick|sushi|runner',
  ),
  rule(
    'kitchen-dining',
    'wine-glass',
    'glass\\b|glasses|tumbler|goblet|decanter|carafe|shot|cocktail|wine|ice cube|ice bucket|flask|water bottle|picnic',
  ),
  rule(
    'kitchen-dining',
    'cooking',
    'apron|oven|pan\\b|casserole|cooking|recipe|kitchen|food|scales|timer|cake ?tin|measuring|spice|salt|pepper|cruet|sugar|milk|egg|fruit|popcorn|cinammon|sauce|jam|marmalade|honey|popcorn',
  ),
  rule(
    'toys-children',
    'teddy-bear',
    'doll|teddy|bear\\b|soft toy|puppet|rabbit|bunny|toy|tiger|elephant|giraffe|dinosaur|dog\\b|cat\\b|duck|owl|horse|monkey|frog|hen\\b|chick|sheep|pig|cow\\b',
  ),
  rule(
    'toys-children',
    'puzzle-piece',
    'game|jigsaw|puzzle|domino|draughts|chess|ludo|snakes|skittles|bingo|snap|tic tac|noughts|playing|trick|cards game|cup and ball|solitaire|dice|yo-?yo',
  ),
  rule(
    'toys-children',
    'locomotive',
    'child|kids?\\b|boys?\\b|girls?\\b|baby|babies|nursery|spaceboy|dolly|circus|carousel|robot|rocket|aeroplane|train|boat|car\\b|skipping|kite|bubble|marble|magic|slate|abacus|block|spinning|whistle|harmonica|recorder|drum|guitar|money ?b(ank|ox)|piggy|gumball|tattoo|princess|pirate|cowboy|knight|school|paint|colouring|knitting|craft|sew|embroider',
  ),
  rule(
    'jewellery-accessories',
    'ring',
    'necklace|bracelet|bangle|earring|ring\\b|rings\\b|brooch|pendant|jewel|choker|anklet|charm|bead|locket|tiara|crystal|diamante|pearl|amethyst|turquoise|quartz|topaz|garnet',
  ),
  rule(
    'jewellery-accessories',
    'umbrella',
    'umbrella|parasol|scarf|shawl|hat\\b|cap\\b|glove|sock|sarong|hair|headband|hairband|slide|clip\\b|comb|sunglasses|key ?ring|key ?chain|keyring|watch\\b|poncho|belt|fan\\b|phone charm|cover\\b|flip ?flop|sandal',
  ),
  rule(
    'garden-outdoor',
    'potted-plant',
    'garden|plant|flower ?pot|watering|seed|herb|grow|bird|parasol|deckchair|hammock|bucket|spade|trowel|trellis|thermometer|nest|beehive|windmill|gnome|daisy|daisies|bulb|pot\\b|pots\\b|trough|urn\\b|hook|hanging basket|weather|rain',
  ),
  rule(
    'storage-boxes',
    'basket',
    'box\\b|boxes|tin\\b|tins|basket|drawer|cabinet|storage|jar\\b|jars|crate|chest|rack|hanger|hook|holder|stand\\b|caddy|bin\\b|shelf|case\\b|trinket|pot\\b|container|canister|trunk|locker|hamper|suitcase',
  ),
  rule(
    'home-decor',
    'framed-picture',
    'frame|picture|mirror|wall art|print\\b|canvas|photo|plaque|sign\\b|signs|blackboard|chalkboard|memo ?board|notice|letters?\\b|word\\b|block|wall|decoupage|poster|map\\b',
  ),
  rule(
    'home-decor',
    'amphora',
    'vase|flower|rose|bouquet|blossom|tulip|lily|orchid|peony|sunflower|artificial|lavender|potpourri|petal|leaf|branch|garland|wicker|heart|love|star\\b|stars|butterfl|dove|cherub|bell\\b|bells|mobile|chime|ornament|sculpture|statue|buddha|decoration|hanging|doorstop|door ?stop|door|knob|magnet|fridge|key',
  ),
  rule(
    'home-decor',
    'couch-and-lamp',
    'cushion|quilt|curtain|rug|mat\\b|pouffe|chair|stool|table\\b|bench|furniture|sofa|screen|bed\\b|pillow|doormat|cover|draught|fabric|cotton|linen|lace|crochet|patchwork|knitted|felt|wool|voile|beaded',
  ),
];

export const fallback = { category: `${department.path}/other-gifts`, icon: 'wrapped-gift' };

export function categorise(title: string): { category: string; icon: string; matched: boolean } {
  const found = categoryRules.find(({ words }) => words.test(title));
  return found ? { category: found.category, icon: found.icon, matched: true } : { ...fallback, matched: false };
}
