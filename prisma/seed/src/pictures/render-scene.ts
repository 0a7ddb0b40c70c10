import sharp, { type Sharp } from 'sharp';
import type { IconLibrary } from './icon-library.ts';
import type { Scene, SceneItem } from './scene.ts';
import { drawSprite, type MasterCache, type Sprite } from './sprite.ts';
import { buildStage } from './stages.ts';

export interface RenderDependencies {
  icons: IconLibrary;
  masters: MasterCache;
}

const n = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');

/** Shadows of a standing object: a tight dark one where it touches, a wide soft one away from the light. */
function floorShadow(item: SceneItem, scene: Scene, sprite: Sprite): string {
  const x = item.x * scene.width;
  const y = item.y * scene.height;
  const half = sprite.width / 2;
  const raised = Math.min(1, (item.lift ?? 0) * 5);
  const strength = (item.opacity ?? 1) * (1 - raised * 0.55);
  return (
    `<ellipse cx="${n(x + half * 0.3)}" cy="${n(y + sprite.height * 0.012)}" rx="${n(half * 1.32)}" ry="${n(Math.min(half, sprite.height) * 0.21)}" fill="url(#cast)" opacity="${n(strength * 0.75)}"/>` +
    `<ellipse cx="${n(x + half * 0.04)}" cy="${n(y - sprite.height * 0.004)}" rx="${n(half * 0.9)}" ry="${n(Math.min(half, sprite.height) * 0.09)}" fill="url(#cast)" opacity="${n(strength * (1 - raised))}"/>`
  );
}

function place(item: SceneItem, scene: Scene, sprite: Sprite, lying: boolean): string {
  const x = item.x * scene.width - sprite.width / 2;
  const base = (item.y - (item.lift ?? 0)) * scene.height;
  const y = lying ? base - sprite.height / 2 : base - sprite.height;
  const turn = item.rotate
    ? ` transform="rotate(${n(item.rotate)} ${n(item.x * scene.width)} ${n(lying ? base : base - sprite.height / 2)})"`
    : '';
  const filter = item.blur
    ? ` filter="url(#blur${Math.round(item.blur * 1000)})"`
    : lying
      ? ' filter="url(#drop)"'
      : '';
  const opacity = item.opacity === undefined ? '' : ` opacity="${n(item.opacity)}"`;
  return `<g${turn}${opacity}${filter}><image x="${n(x)}" y="${n(y)}" width="${sprite.width}" height="${sprite.height}" xlink:href="data:image/png;base64,${sprite.png.toString('base64')}"/></g>`;
}

/** Draws the scene `width` pixels wide. The same scene and width always give the same pixels. */
export async function renderScene(scene: Scene, width: number, dependencies: RenderDependencies): Promise<Sharp> {
  const height = Math.round((scene.height / scene.width) * width);
  const sized: Scene = { ...scene, width, height };
  const unit = Math.min(width, height);
  const stage = buildStage(sized);
  const lying = scene.stage === 'flat' || scene.stage === 'macro';
  const parts: string[] = [];
  const blurs = new Set<number>();
  for (const item of scene.items) {
    const svg = await dependencies.icons.svg(item.icon);
    if (!svg) throw new Error(`The icon ${item.icon} of a scene is not in the library`);
    const sprite = await drawSprite(
      item.icon,
      svg,
      Math.max(8, Math.round(item.size * unit)),
      dependencies.masters,
      item,
    );
    if (item.blur) blurs.add(item.blur);
    if (!lying) parts.push(floorShadow(item, sized, sprite));
    parts.push(place(item, sized, sprite, lying));
  }
  const defs =
    stage.defs +
    '<radialGradient id="cast"><stop offset="0" stop-color="#1c120c" stop-opacity="0.5"/><stop offset="0.5" stop-color="#1c120c" stop-opacity="0.26"/><stop offset="1" stop-color="#1c120c" stop-opacity="0"/></radialGradient>' +
    (lying
      ? `<filter id="drop" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="${n(unit * 0.014)}" dy="${n(unit * 0.02)}" stdDeviation="${n(unit * 0.016)}" flood-color="#1c120c" flood-opacity="0.34"/></filter>`
      : '') +
    [...blurs]
      .map(
        (blur) =>
          `<filter id="blur${Math.round(blur * 1000)}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${n(blur * unit)}"/></filter>`,
      )
      .join('');
  const document = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs>${stage.back}${parts.join('')}${stage.front}</svg>`;
  return sharp(Buffer.from(document), { density: 72, unlimited: true });
}
