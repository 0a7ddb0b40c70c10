import { isColour, palette } from './palette.ts';
import { hexToOklch } from './pictures/colour.ts';
import { iconTraits } from './pictures/icon-traits.ts';
import { encodeScene, type Scene, type SceneItem, type StageName, sceneHash } from './pictures/scene.ts';
import type { Random } from './random.ts';

export interface Tone {
  wall: string;
  floor: string;
  accent: string;
}
export interface PictureRef {
  url: string;
  alt: string;
  width: number;
  height: number;
}

/** Collects scenes by content hash and hands out their addresses. */
export interface Album {
  add(scene: Omit<Scene, 'kind' | 'v'>, name: string, alt: string): PictureRef;
  scenes: Map<string, string>;
  icons: Set<string>;
}

export function createAlbum(): Album {
  const scenes = new Map<string, string>();
  const icons = new Set<string>();
  return {
    scenes,
    icons,
    add: (scene, name, alt) => {
      const encoded = encodeScene({ kind: 'scene', v: 1, ...scene });
      const hash = sceneHash(encoded);
      scenes.set(hash, encoded);
      for (const item of scene.items) icons.add(item.icon);
      return { url: `/media/${hash}/${name}.webp`, alt, width: scene.width, height: scene.height };
    },
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The object with what its icon needs to be tinted well. */
function object(icon: string, tint: string | null, x: number, y: number, size: number): SceneItem {
  const traits = iconTraits[icon] ?? {};
  return {
    icon,
    x: round(x),
    y: round(y),
    size: round(size * (traits.scale ?? 1)),
    ...(tint && !traits.keepColours ? { tint, ...(traits.region ? { region: traits.region } : {}) } : {}),
    ...(traits.lift ? { lift: traits.lift } : {}),
  };
}

/** Where an object's base stands on each stage, and how large it may be. */
const stand: Record<StageName, { y: number; size: number }> = {
  sweep: { y: 0.85, size: 0.66 },
  window: { y: 0.86, size: 0.66 },
  arch: { y: 0.86, size: 0.6 },
  disc: { y: 0.85, size: 0.64 },
  plinth: { y: 0.795, size: 0.58 },
  shelf: { y: 0.875, size: 0.64 },
  flat: { y: 0.5, size: 0.7 },
  macro: { y: 0.56, size: 1.2 },
};

const contrast = (left: string, right: string): number => {
  const a = hexToOklch(left);
  const b = hexToOklch(right);
  const turn = Math.abs(a.h - b.h);
  return Math.abs(a.l - b.l) + (Math.min(turn, 360 - turn) / 180) * Math.min(a.c, b.c) * 3;
};

/** The tone in which an object of this colour stands out, among the leaf's own. */
export function chooseTone(tones: readonly [string, string, string][], tint: string | null, random: Random): Tone {
  const scored = tones.map((tone) => ({
    tone,
    score: (tint ? Math.min(contrast(tint, tone[0]), contrast(tint, tone[2])) : 0) + random.next() * 0.25,
  }));
  scored.sort((left, right) => right.score - left.score);
  const [wall = '#e8dccb', floor = '#f0e7da', accent = '#d8bb98'] = scored[0]?.tone ?? [];
  return { wall, floor, accent };
}

export interface PictureRequest {
  slug: string;
  title: string;
  icon: string;
  props: string[];
  stages: StageName[];
  tones: readonly [string, string, string][];
  /** Names of the colours it comes in; empty when there is no choice. */
  colours: string[];
  tint: string | null;
}

const square = { width: 1200, height: 1200 };
const hexOf = (colour: string): string | null => (isColour(colour) ? palette[colour] : null);

/** First colour, arranged set, close-up, then the other colours: cards show the first and turn to the second. */
export function composePictures(
  request: PictureRequest,
  album: Album,
  random: Random,
): { images: PictureRef[]; imageOfColour: Record<string, number> } {
  const stage = random.pick(request.stages);
  const lead = request.colours[0] ?? null;
  const tint = lead ? hexOf(lead) : request.tint;
  const tone = chooseTone(request.tones, tint, random);
  const { icon, slug, title } = request;
  const lying = stage === 'flat';
  const turn = random.int(-10, 10);
  const main = (colour: string | null, hex: string | null, name: string, where: Tone): PictureRef => {
    const { y, size } = stand[stage];
    const item = object(icon, hex, 0.5, y, size);
    if (lying) {
      item.rotate = turn;
      delete item.lift;
    }
    return album.add(
      { ...square, stage, tone: where, items: [item] },
      name,
      colour ? `${title} in ${colour.toLowerCase()}` : title,
    );
  };
  const images = [main(lead, tint, slug, tone)];
  images.push(arranged(request, tint, tone, lying, album, random));
  images.push(closeUp(request, tint, tone, album, random));
  const imageOfColour: Record<string, number> = {};
  if (lead) imageOfColour[lead] = 0;
  for (const colour of request.colours.slice(1)) {
    const hex = hexOf(colour);
    const where = chooseTone(request.tones, hex, random);
    imageOfColour[colour] = images.length;
    images.push(main(colour, hex, `${slug}-${colour.toLowerCase()}`, where));
  }
  return { images, imageOfColour };
}

function arranged(
  request: PictureRequest,
  tint: string | null,
  tone: Tone,
  lying: boolean,
  album: Album,
  random: Random,
): PictureRef {
  const { icon, slug, title } = request;
  const props = random.sample(
    request.props.filter((prop) => prop !== icon),
    2,
  );
  const items: SceneItem[] = [];
  const others = request.colours.slice(1, 3).map(hexOf);
  const stage: StageName = lying ? 'flat' : random.pick(['shelf', 'window', 'sweep']);
  const left = random.chance(0.5);
  const side = (x: number): number => (left ? x : 1 - x);
  if (lying) {
    const [first, second] = props;
    if (others[0]) items.push({ ...object(icon, others[0], side(0.62), 0.4, 0.46), rotate: left ? 16 : -16 });
    items.push({ ...object(icon, tint, side(0.4), 0.56, 0.52), rotate: left ? -14 : 14 });
    if (first) items.push({ ...object(first, null, side(0.8), 0.76, 0.24), rotate: 18 });
    if (second && !others[0]) items.push({ ...object(second, null, side(0.76), 0.24, 0.26), rotate: -12 });
  } else {
    const base = stage === 'shelf' ? 0.875 : 0.84;
    const lift = stage === 'shelf' ? 0 : 0.055;
    if (others.length > 0) {
      others.forEach((other, index) => {
        items.push(object(icon, other, side(0.72 - index * 0.46), base - lift, 0.4 - index * 0.04));
      });
      items.push(object(icon, tint, side(0.47), base, 0.48));
      if (props[0] && others.length === 1) items.push(object(props[0], null, side(0.14), base + 0.01, 0.24));
    } else {
      if (props[0]) items.push(object(props[0], null, side(0.76), base - lift, 0.34));
      items.push(object(icon, tint, side(0.42), base, 0.52));
      if (props[1]) items.push(object(props[1], null, side(0.82), base + 0.015, 0.22));
    }
  }
  for (const item of items) if (lying) delete item.lift;
  return album.add({ ...square, stage, tone, items }, `${slug}-set`, `${title}, arranged with its companions`);
}

function closeUp(request: PictureRequest, tint: string | null, tone: Tone, album: Album, random: Random): PictureRef {
  const item = object(request.icon, tint, 0.4 + random.next() * 0.2, 0.54 + random.next() * 0.12, 1);
  item.size = round(Math.min(1.25, Math.max(1.08, item.size * 1.15)));
  item.rotate = random.int(-9, 9);
  delete item.lift;
  const behind: SceneItem[] = request.props.slice(0, 1).map((prop) => ({
    ...object(prop, null, random.chance(0.5) ? 0.9 : 0.1, 0.2, 0.36),
    blur: 0.02,
    opacity: 0.6,
  }));
  for (const prop of behind) delete prop.lift;
  return album.add(
    { ...square, stage: 'macro', tone, items: [...behind, item] },
    `${request.slug}-detail`,
    `${request.title}, close up`,
  );
}

/** `icon` or `icon:Colour`. */
export function objectOf(entry: string, x: number, y: number, size: number): SceneItem {
  const [icon = '', colour = ''] = entry.split(':');
  return object(icon, hexOf(colour), x, y, size);
}

/** How far behind the front each object of a group stands, as a share of the height. */
const depths = [0, 0.035, 0.05, -0.02];

/** A wide picture of several objects, `icon` or `icon:Colour`: departments, categories, shop banners, the home page. */
export function composeGroup(
  icons: string[],
  tone: Tone,
  shape: {
    width: number;
    height: number;
    stage: StageName;
    name: string;
    alt: string;
    offset?: number;
    scale?: number;
  },
  album: Album,
): PictureRef {
  const wide = shape.width / shape.height;
  const base = 0.86;
  const step = (0.5 / wide) * (shape.scale ?? 1);
  const centre = 0.5 + (shape.offset ?? 0);
  const sizes = [0.62, 0.52, 0.46, 0.36].map((size) => size * (shape.scale ?? 1));
  const places = icons.length > 3 ? [-0.45, 0.6, -1.4, 1.45] : [0, 0.85, -0.85];
  const items = icons.slice(0, 4).map((entry, index) => {
    const x = centre + (places[index] ?? 0) * step;
    return objectOf(entry, x, base - (depths[index] ?? 0), sizes[index] ?? 0.4);
  });
  items.reverse();
  return album.add(
    { width: shape.width, height: shape.height, stage: shape.stage, tone, items },
    shape.name,
    shape.alt,
  );
}
