import { shade } from './colour.ts';
import type { Scene } from './scene.ts';

/** The empty stage as SVG: gradients only, so that it costs little at any size. `horizon` is where the floor begins. */
export interface Stage {
  defs: string;
  back: string;
  /** Drawn over everything: light from the upper left, and a darker lower edge. */
  front: string;
  horizon: number;
}

const gradient = (id: string, stops: [number, string, number?][], attributes = 'x1="0" y1="0" x2="0" y2="1"'): string =>
  `<linearGradient id="${id}" ${attributes}>${stops
    .map(
      ([at, colour, opacity]) =>
        `<stop offset="${at}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
    )
    .join('')}</linearGradient>`;

const radial = (id: string, attributes: string, stops: [number, string, number][]): string =>
  `<radialGradient id="${id}" ${attributes}>${stops
    .map(([at, colour, opacity]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join('')}</radialGradient>`;

export function buildStage(scene: Scene): Stage {
  const { width: w, height: h } = scene;
  const tone = {
    wall: shade(scene.tone.wall, -0.012, 1.35),
    floor: shade(scene.tone.floor, -0.008, 1.3),
    accent: shade(scene.tone.accent, 0, 1.15),
  };
  const horizon = Math.round(h * (scene.stage === 'shelf' ? 0.8 : 0.7));
  const soft = Math.round(h * 0.09);
  const defs = [
    gradient('wall', [
      [0, shade(tone.wall, 0.025)],
      [0.6, tone.wall],
      [1, shade(tone.wall, -0.035)],
    ]),
    gradient('floor', [
      [0, shade(tone.floor, -0.03)],
      [0.25, tone.floor],
      [1, shade(tone.floor, 0.03)],
    ]),
    gradient('bend', [
      [0, shade(tone.wall, -0.035), 1],
      [1, shade(tone.floor, -0.02), 0],
    ]),
    radial('glow', 'cx="0.28" cy="0.12" r="0.85"', [
      [0, '#fff', 0.5],
      [0.35, '#fff', 0.22],
      [0.7, '#fff', 0.05],
      [1, '#fff', 0],
    ]),
    radial('edge', 'cx="0.5" cy="0.45" r="0.78"', [
      [0.62, '#000', 0],
      [1, shade(tone.wall, -0.45), 0.16],
    ]),
  ];
  let back = `<rect width="${w}" height="${horizon + 1}" fill="url(#wall)"/><rect y="${horizon}" width="${w}" height="${h - horizon}" fill="url(#floor)"/><rect y="${horizon}" width="${w}" height="${soft}" fill="url(#bend)"/>`;
  const centre = w / 2;
  const unit = Math.min(w, h);
  switch (scene.stage) {
    case 'plinth': {
      const rx = unit * 0.34;
      const ry = unit * 0.07;
      const top = h * 0.78;
      defs.push(
        gradient(
          'plinth',
          [
            [0, shade(tone.accent, 0.03)],
            [0.3, shade(tone.accent, 0.06)],
            [0.72, shade(tone.accent, -0.04)],
            [1, shade(tone.accent, -0.1)],
          ],
          'x1="0" y1="0" x2="1" y2="0"',
        ),
        gradient('top', [
          [0, shade(tone.accent, 0.05)],
          [1, shade(tone.accent, 0.1)],
        ]),
        radial('plinthShadow', 'cx="0.5" cy="0.5" r="0.5"', [
          [0, '#1c140f', 0.32],
          [0.65, '#1c140f', 0.16],
          [1, '#1c140f', 0],
        ]),
      );
      back += `<ellipse cx="${centre + rx * 0.22}" cy="${top + h * 0.14}" rx="${rx * 1.35}" ry="${ry * 1.25}" fill="url(#plinthShadow)"/>`;
      back += `<path d="M${centre - rx} ${top}v${h * 0.13}a${rx} ${ry} 0 0 0 ${rx * 2} 0v${-h * 0.13}z" fill="url(#plinth)"/><ellipse cx="${centre}" cy="${top}" rx="${rx}" ry="${ry}" fill="url(#top)"/>`;
      break;
    }
    case 'arch': {
      const half = unit * 0.33;
      const crown = h * 0.16 + half;
      defs.push(
        gradient(
          'niche',
          [
            [0, shade(tone.accent, -0.07)],
            [0.5, tone.accent],
            [1, shade(tone.accent, 0.03)],
          ],
          'x1="0" y1="0" x2="1" y2="1"',
        ),
      );
      back += `<path d="M${centre - half} ${horizon}V${crown}a${half} ${half} 0 0 1 ${half * 2} 0V${horizon}z" fill="url(#niche)"/>`;
      const inner = half - unit * 0.03;
      back += `<path d="M${centre - half} ${horizon}V${crown}a${half} ${half} 0 0 1 ${half * 2} 0V${horizon}h${-(half - inner) * 0.4}V${crown + unit * 0.014}a${inner + unit * 0.006} ${inner + unit * 0.006} 0 0 0 ${-(half + inner - unit * 0.018)} 0V${horizon}z" fill="${shade(tone.accent, -0.16)}" opacity="0.35"/>`;
      back += `<rect y="${horizon}" width="${w}" height="${h - horizon}" fill="url(#floor)"/>`;
      break;
    }
    case 'disc':
      defs.push(
        gradient('sun', [
          [0, shade(tone.accent, 0.04)],
          [1, shade(tone.accent, -0.03)],
        ]),
      );
      back = `<rect width="${w}" height="${horizon + 1}" fill="url(#wall)"/><circle cx="${centre + unit * 0.02}" cy="${h * 0.46}" r="${unit * 0.36}" fill="url(#sun)"/><rect y="${horizon}" width="${w}" height="${h - horizon}" fill="url(#floor)"/><rect y="${horizon}" width="${w}" height="${soft * 0.6}" fill="url(#bend)" opacity="0.6"/>`;
      break;
    case 'shelf': {
      const thick = h * 0.05;
      defs.push(
        gradient('board', [
          [0, shade(tone.accent, 0.04)],
          [1, shade(tone.accent, -0.07)],
        ]),
        gradient('under', [
          [0, '#1c140f', 0.2],
          [1, '#1c140f', 0],
        ]),
      );
      back = `<rect width="${w}" height="${h}" fill="url(#wall)"/><rect y="${horizon + h * 0.03}" width="${w}" height="${h * 0.09}" fill="${shade(tone.accent, 0.07)}"/><rect y="${horizon + h * 0.12}" width="${w}" height="${thick}" fill="url(#board)"/><rect y="${horizon + h * 0.12 + thick}" width="${w}" height="${h * 0.05}" fill="url(#under)"/>`;
      break;
    }
    case 'window': {
      const panes = [0, 1]
        .flatMap((column) => [0, 1].map((row) => ({ column, row })))
        .map(
          ({ column, row }) =>
            `<rect x="${w * (0.44 + column * 0.21)}" y="${h * (0.06 + row * 0.28)}" width="${w * 0.19}" height="${h * 0.26}"/>`,
        );
      defs.push(
        `<filter id="pane" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${unit * 0.012}"/></filter>`,
      );
      back += `<g fill="#fff" opacity="0.34" filter="url(#pane)" transform="skewX(-14) translate(${w * 0.1} 0)">${panes.join('')}</g>`;
      break;
    }
    case 'flat':
      defs.push(
        gradient(
          'table',
          [
            [0, shade(tone.floor, 0.03)],
            [1, shade(tone.floor, -0.04)],
          ],
          'x1="0" y1="0" x2="1" y2="1"',
        ),
      );
      back = `<rect width="${w}" height="${h}" fill="url(#table)"/><path d="M0 ${h * 0.66}L${w} ${h * 0.3}V${h}H0z" fill="${tone.accent}" opacity="0.5"/>`;
      break;
    case 'macro':
      defs.push(
        gradient(
          'depth',
          [
            [0, shade(tone.wall, 0.03)],
            [1, shade(tone.accent, -0.03)],
          ],
          'x1="0" y1="0" x2="1" y2="1"',
        ),
        radial('bokeh', 'cx="0.5" cy="0.5" r="0.5"', [
          [0, '#fff', 0.26],
          [0.8, '#fff', 0.16],
          [1, '#fff', 0],
        ]),
      );
      back = `<rect width="${w}" height="${h}" fill="url(#depth)"/><circle cx="${w * 0.85}" cy="${h * 0.16}" r="${unit * 0.2}" fill="url(#bokeh)"/><circle cx="${w * 0.1}" cy="${h * 0.82}" r="${unit * 0.26}" fill="url(#bokeh)"/><circle cx="${w * 0.2}" cy="${h * 0.14}" r="${unit * 0.1}" fill="url(#bokeh)"/>`;
      break;
    case 'sweep':
      break;
  }
  const front = `<rect width="${w}" height="${h}" fill="url(#edge)"/>`;
  return { defs: defs.join(''), back: `${back}<rect width="${w}" height="${h}" fill="url(#glow)"/>`, front, horizon };
}
