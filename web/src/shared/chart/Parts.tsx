// A whole and its parts as one bar. What is not covered by a part stays empty: that is the part nobody knows.
import { Box } from "@mantine/core";
import classes from "../shared.module.css";
import { type Key, usePalette } from "./Legend";

/** A part. */
export interface Part extends Key {
  value: number;
}

/** The bar; `name` says all of it to those who do not see it. */
export function Parts({ name, whole, parts, height = 12 }: { name: string; whole: number; parts: readonly Part[]; height?: number }) {
  const palette = usePalette();
  const length = Math.max(whole, parts.reduce((sum, part) => sum + part.value, 0), Number.MIN_VALUE);
  return (
    <Box className={classes.parts} role="img" aria-label={name} style={{ height }}>
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <span
            key={part.name}
            data-faint={part.faint === true || undefined}
            style={{ width: `${(part.value / length) * 100}%`, backgroundColor: part.color(palette) }}
          />
        ))}
    </Box>
  );
}
