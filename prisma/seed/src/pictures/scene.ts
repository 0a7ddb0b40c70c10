import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The stage an object stands on. */
export const stageNames = ['sweep', 'plinth', 'arch', 'disc', 'shelf', 'window', 'flat', 'macro'] as const;
export type StageName = (typeof stageNames)[number];

export const sceneItemSchema = z.object({
  icon: z.string(),
  /** Centre, as a share of the width. */
  x: z.number(),
  /** Base of a standing object, centre of a lying one (stages `flat` and `macro`), as a share of the height. */
  y: z.number(),
  /** Longer side, as a share of the shorter side of the picture. */
  size: z.number(),
  tint: z.string().optional(),
  region: z.enum(['hue', 'neutral', 'all']).optional(),
  rotate: z.number().optional(),
  flip: z.boolean().optional(),
  /** Out of focus, as a share of the shorter side. */
  blur: z.number().optional(),
  opacity: z.number().optional(),
  /** Height above the floor, as a share of the height: hanging and flying things. */
  lift: z.number().optional(),
});
export type SceneItem = z.infer<typeof sceneItemSchema>;

/** A picture as data: a few hundred bytes that always draw the same. Raise `v` when the drawing changes. */
export const sceneSchema = z.object({
  kind: z.literal('scene'),
  v: z.literal(1),
  width: z.int(),
  height: z.int(),
  stage: z.enum(stageNames),
  /** Wall, floor and accent colours. */
  tone: z.object({ wall: z.string(), floor: z.string(), accent: z.string() }),
  items: z.array(sceneItemSchema),
});
export type Scene = z.infer<typeof sceneSchema>;

/** The stored form: stable key order and no spaces, so that equal scenes have equal hashes. */
export function encodeScene(scene: Scene): string {
  return JSON.stringify(sceneSchema.parse(scene));
}

export function sceneHash(encoded: string): string {
  return createHash('sha256').update(encoded).digest('hex').slice(0, 24);
}
