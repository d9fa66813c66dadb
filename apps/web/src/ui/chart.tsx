import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { motion, type SchemeTokens } from './theme/tokens.js';

register([LineChart, GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** The value of a color token in the scheme on screen. */
export type Ink = (token: keyof SchemeTokens) => string;

type Props = {
  /** What the chart shows, in words. */
  label: string;
  /** What is drawn; a new function draws anew. */
  option: (ink: Ink) => ChartOption;
  height?: string;
};

/** A chart as SVG, as wide as its place, in the colors of the scheme; still where motion is not wanted. */
export function Chart({ label, option, height = '20rem' }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const made = init(element, undefined, { renderer: 'svg' });
    chart.current = made;
    const watching = new ResizeObserver(() => made.resize());
    watching.observe(element);
    return () => {
      watching.disconnect();
      chart.current = undefined;
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const style = getComputedStyle(element);
    const ink: Ink = (token) => style.getPropertyValue(`--ll-${token}`).trim();
    chart.current?.setOption(
      {
        animation: !still,
        animationDuration: motion,
        animationDurationUpdate: motion,
        textStyle: { fontFamily: style.fontFamily, color: ink('text') },
        ...option(ink),
      },
      { notMerge: true },
    );
  }, [option, scheme, still]);

  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
