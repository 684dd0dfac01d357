import type { MeterView } from '../contract/records';
import { language } from '../texts/texts';

/** Whole numbers as the rules count them: rounded toward minus infinity, kept within the meter's bounds. */
export function meterNow(meter: MeterView, at: number): number {
  const value = meter.value + Math.floor((meter.ratePerMinute * Math.max(0, at - meter.at)) / 60_000);
  return Math.min(meter.max, Math.max(meter.min, value));
}

export function meterText(meter: MeterView, at: number): string {
  return `${new Intl.NumberFormat(language(), { numberingSystem: 'latn' }).format(meterNow(meter, at))} ${meter.unit}`;
}
