/** The one source of color, size and rhythm. Everything else names a token. */

type Shades = readonly [string, string, string, string, string, string, string, string, string, string];

export const petrol: Shades = [
  '#eef7f6',
  '#dbedec',
  '#b3d9d7',
  '#84c0be',
  '#5aa6a5',
  '#3a8e8e',
  '#24797a',
  '#17686a',
  '#115356',
  '#0b3d40',
];

export const ink: Shades = [
  '#f7f8f8',
  '#f0f2f2',
  '#e4e8e8',
  '#d3d9d9',
  '#b3bcbc',
  '#7f8a8b',
  '#5c6768',
  '#434d4e',
  '#2c3435',
  '#182021',
];

/** From the lightest (text on dark) to the darkest (page behind everything). */
export const night: Shades = [
  '#e3e8e8',
  '#c3cbcb',
  '#97a2a2',
  '#7d8989',
  '#3b4546',
  '#2d3637',
  '#222a2b',
  '#1a2122',
  '#141a1b',
  '#0e1314',
];

export const red: Shades = [
  '#fdf1ef',
  '#fadfdb',
  '#f3bdb5',
  '#ea9488',
  '#df6d5e',
  '#d04e3d',
  '#b93a2a',
  '#9f2f21',
  '#7f271c',
  '#5f1e16',
];

export const amber: Shades = [
  '#fdf6e7',
  '#f9e9c5',
  '#f1d18b',
  '#e6b650',
  '#d49b25',
  '#b98212',
  '#97690b',
  '#7c5509',
  '#60420a',
  '#45300a',
];

export const green: Shades = [
  '#eff8f0',
  '#dbeedd',
  '#b5dbb9',
  '#88c38f',
  '#5faa69',
  '#42914e',
  '#317a3d',
  '#276633',
  '#1f5129',
  '#173c1f',
];

export const violet: Shades = [
  '#f5f2fb',
  '#e9e2f6',
  '#d0c2ea',
  '#b39cdb',
  '#967ac9',
  '#7d5cb5',
  '#694a9e',
  '#583d86',
  '#45306a',
  '#34244f',
];

export const orange: Shades = [
  '#fdf3ec',
  '#fbe4d3',
  '#f6c6a4',
  '#eea26f',
  '#e38145',
  '#d06628',
  '#b1521b',
  '#914316',
  '#713412',
  '#53260d',
];

export const teal: Shades = [
  '#edf8f4',
  '#d6efe6',
  '#acdecc',
  '#7ac8ae',
  '#4dae90',
  '#2f9477',
  '#217a61',
  '#1a654f',
  '#14503f',
  '#0e3b2e',
];

export const blue: Shades = [
  '#eff5fc',
  '#dce9f8',
  '#b6d0f0',
  '#8ab3e5',
  '#6196d8',
  '#427cc4',
  '#3166a7',
  '#28548a',
  '#20426d',
  '#183150',
];

export const pink: Shades = [
  '#fcf0f5',
  '#f8dee9',
  '#f0bad1',
  '#e490b4',
  '#d56897',
  '#be4c7d',
  '#a13a67',
  '#832f54',
  '#662541',
  '#4b1b30',
];

/** Names and values of the CSS variables `--ll-<name>` in one color scheme. */
export type SchemeTokens = Record<keyof typeof light, string>;

export const light = {
  canvas: ink[0],
  surface: '#ffffff',
  sunken: ink[1],
  raised: '#ffffff',
  hover: ink[1],
  selected: petrol[0],
  line: ink[2],
  'line-strong': ink[5],
  text: ink[9],
  muted: ink[6],
  faint: ink[5],
  accent: petrol[7],
  'accent-soft': petrol[1],
  'on-accent': '#ffffff',
  danger: red[7],
  'danger-soft': red[0],
  warning: amber[7],
  'warning-soft': amber[0],
  success: green[7],
  'success-soft': green[0],
  info: violet[6],
  'info-soft': violet[0],
  nav: '#ffffff',
  'nav-text': ink[7],
  'nav-active': petrol[0],
  'nav-active-text': petrol[8],
  'stage-longlist': ink[5],
  'stage-contacted': petrol[4],
  'stage-qualified': petrol[6],
  'stage-presented': violet[4],
  'stage-client_interview': violet[6],
  'stage-finalist': amber[4],
  'stage-offer': amber[6],
  'stage-accepted': green[5],
  'stage-placed': green[7],
  shadow: '0 1px 2px rgb(24 32 33 / 6%), 0 4px 16px rgb(24 32 33 / 6%)',
  'shadow-lifted': '0 8px 28px rgb(24 32 33 / 18%)',
  scrim: 'rgb(24 32 33 / 42%)',
};

export const dark: SchemeTokens = {
  canvas: night[8],
  surface: night[7],
  sunken: night[9],
  raised: night[6],
  hover: night[6],
  selected: '#16302f',
  line: night[5],
  'line-strong': night[3],
  text: night[0],
  muted: night[2],
  faint: night[3],
  accent: petrol[3],
  'accent-soft': '#1b3b3a',
  'on-accent': night[9],
  danger: red[3],
  'danger-soft': '#3a1f1b',
  warning: amber[3],
  'warning-soft': '#35290f',
  success: green[3],
  'success-soft': '#1a3320',
  info: violet[3],
  'info-soft': '#2a2140',
  nav: night[9],
  'nav-text': night[1],
  'nav-active': night[6],
  'nav-active-text': petrol[2],
  'stage-longlist': night[3],
  'stage-contacted': petrol[5],
  'stage-qualified': petrol[3],
  'stage-presented': violet[5],
  'stage-client_interview': violet[3],
  'stage-finalist': amber[5],
  'stage-offer': amber[3],
  'stage-accepted': green[4],
  'stage-placed': green[3],
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 4px 16px rgb(0 0 0 / 32%)',
  'shadow-lifted': '0 10px 32px rgb(0 0 0 / 60%)',
  scrim: 'rgb(0 0 0 / 60%)',
};

/** Heights in px that virtual lists count with. */
export const rowHeight = 44;
export const cardHeight = 104;

/** The longest motion in ms. */
export const motion = 140;

export const fontSizes = { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' };

/** The 4 px grid. */
export const spacing = { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' };

export const radius = { xs: '0.1875rem', sm: '0.3125rem', md: '0.4375rem', lg: '0.625rem', xl: '2rem' };

const cjk =
  "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei UI', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'";

export const fontFamily = `'Inter Variable', Inter, ${cjk}, system-ui, -apple-system, 'Segoe UI', sans-serif`;
export const fontFamilyMonospace = `ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, ${cjk}, monospace`;
