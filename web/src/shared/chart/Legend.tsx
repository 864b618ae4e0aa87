// A legend in the page's own letters: it wraps, is read aloud and stays when the picture becomes a table.
import { Box, useComputedColorScheme } from "@mantine/core";
import { type Palette, palettes } from "../../shell/theme";
import classes from "../shared.module.css";

/** What a colour stands for. */
export interface Key {
  name: string;
  color: (palette: Palette) => string;
  /** Hatched: what is assumed and not measured. */
  faint?: boolean;
}

/** The colours of the scheme that is shown. */
export function usePalette(): Palette {
  return palettes[useComputedColorScheme("light")];
}

/** A spot of a colour beside its name. */
export function Swatch({ color, faint }: { color: string; faint?: boolean | undefined }) {
  return <span className={classes.swatch} data-faint={faint === true || undefined} style={{ backgroundColor: color }} aria-hidden />;
}

/** The legend. */
export function Legend({ keys }: { keys: readonly Key[] }) {
  const palette = usePalette();
  return (
    <Box component="ul" className={classes.legend}>
      {keys.map((key) => (
        <li key={key.name}>
          <Swatch color={key.color(palette)} faint={key.faint} />
          {key.name}
        </li>
      ))}
    </Box>
  );
}
