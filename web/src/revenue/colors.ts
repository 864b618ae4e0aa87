// One colour for each movement, the same in every picture; what is lost also stands below the line or left of it.
import type { Palette } from "../shell/theme";
import type { Movement } from "./query";

/** The colour of a movement. */
export const MOVEMENT_COLOR: Record<Movement, (palette: Palette) => string> = {
  new: (palette) => palette.accent,
  reactivation: (palette) => palette.series[5] ?? palette.accent,
  expansion: (palette) => palette.gain,
  contraction: (palette) => palette.series[1] ?? palette.loss,
  churn: (palette) => palette.loss,
};
