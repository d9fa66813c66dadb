import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import {
  amber,
  blue,
  dark,
  fontFamily,
  fontFamilyMonospace,
  fontSizes,
  green,
  ink,
  light,
  motion,
  night,
  orange,
  petrol,
  pink,
  radius,
  red,
  type SchemeTokens,
  spacing,
  teal,
  violet,
} from './tokens.js';

const shades = (tuple: readonly string[]): MantineColorsTuple => tuple as unknown as MantineColorsTuple;
/** The list itself scrolls, so that assistive software meets no other region that does. */
const scrolled = { options: { maxHeight: '14rem', overflowY: 'auto' } };
const overlay = { transitionProps: { duration: motion, transition: 'fade' } };

/** The look of every Mantine component; defaults are plain objects so that no component is pulled into the entry. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    petrol: shades(petrol),
    gray: shades(ink),
    dark: shades(night),
    red: shades(red),
    yellow: shades(amber),
    green: shades(green),
    violet: shades(violet),
    orange: shades(orange),
    teal: shades(teal),
    blue: shades(blue),
    pink: shades(pink),
  },
  black: ink[9],
  fontFamily,
  fontFamilyMonospace,
  fontSizes,
  spacing,
  radius,
  defaultRadius: 'sm',
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.35' },
  headings: {
    fontFamily,
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      h5: { fontSize: '0.75rem', lineHeight: '1rem' },
      h6: { fontSize: '0.75rem', lineHeight: '1rem' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  activeClassName: '',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' },
      styles: { root: { '--ai-size-sm': '1.5rem' } },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        transitionProps: { duration: motion },
        events: { hover: true, focus: true, touch: false },
      },
    },
    Menu: {
      defaultProps: {
        ...overlay,
        shadow: 'md',
        position: 'bottom-start',
        withInitialFocusPlaceholder: false,
        clickOutsideEvents: ['mousedown', 'touchstart'],
      },
    },
    Popover: { defaultProps: { ...overlay, shadow: 'md' } },
    Modal: {
      defaultProps: { ...overlay, centered: true, overlayProps: { backgroundOpacity: 1, color: 'var(--ll-scrim)' } },
    },
    Drawer: {
      defaultProps: {
        transitionProps: { duration: motion },
        overlayProps: { backgroundOpacity: 1, color: 'var(--ll-scrim)' },
      },
    },
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        comboboxProps: { shadow: 'md', transitionProps: { duration: motion } },
        withScrollArea: false,
      },
      styles: scrolled,
    },
    MultiSelect: {
      styles: scrolled,
      defaultProps: { withScrollArea: false, comboboxProps: { shadow: 'md', transitionProps: { duration: motion } } },
    },
    Skeleton: { defaultProps: { radius: 'sm' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550, miw: 'max-content' } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

const scheme = (tokens: SchemeTokens): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--ll-${name}`, value])),
  '--mantine-color-body': tokens.surface,
  '--mantine-color-text': tokens.text,
  '--mantine-color-dimmed': tokens.muted,
  '--mantine-color-placeholder': tokens.faint,
  '--mantine-color-error': tokens.danger,
  '--mantine-color-anchor': tokens.accent,
  '--mantine-color-default': tokens.raised,
  '--mantine-color-default-hover': tokens.hover,
  '--mantine-color-default-color': tokens.text,
  '--mantine-color-default-border': tokens.line,
  '--mantine-shadow-md': tokens['shadow-lifted'],
  '--mantine-shadow-sm': tokens.shadow,
});

/** Soft fills on dark: Mantine's own are nearly black on our surfaces. */
const softOnDark = (name: string, color: readonly string[]): Record<string, string> => ({
  [`--mantine-color-${name}-light`]: `color-mix(in srgb, ${color[5]} 30%, transparent)`,
  [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${color[5]} 40%, transparent)`,
  [`--mantine-color-${name}-light-color`]: color[1] ?? '',
});

const tuples = { petrol, gray: ink, red, yellow: amber, green, violet, orange, teal, blue, pink };

/** The tokens as CSS variables of both color schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--ll-motion': `${motion}ms` },
  light: scheme(light),
  dark: {
    ...scheme(dark),
    ...Object.assign({}, ...Object.entries(tuples).map(([name, color]) => softOnDark(name, color))),
  },
});
