// One number that can be read alone: what it is, unit, period, and what it is compared with.
import { Box, Skeleton, Text } from "@mantine/core";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import type { ReactNode } from "react";
import classes from "./shared.module.css";

/** A figure. `tone` says whether the comparison is good; its sign is in the text as well. */
export function Figure(props: {
  label: string;
  /** Absent while it loads. */
  value?: ReactNode;
  /** Unit and period. */
  period?: ReactNode;
  comparison?: { text: ReactNode; direction?: "up" | "down"; tone?: "gain" | "loss" };
}) {
  const Arrow = props.comparison?.direction === "down" ? ArrowDown : ArrowUp;
  return (
    <Box className={classes.figure}>
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <Box className={classes.figureValue}>{props.value ?? <Skeleton height={30} width={110} />}</Box>
      {props.period === undefined ? null : (
        <Text size="xs" c="dimmed" component="div">
          {props.period}
        </Text>
      )}
      {props.comparison === undefined ? null : (
        <Text size="xs" component="div" className={classes.comparison} data-tone={props.comparison.tone}>
          {props.comparison.direction === undefined ? null : <Arrow size={13} aria-hidden />}
          {props.comparison.text}
        </Text>
      )}
    </Box>
  );
}

/** Figures side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <Box className={classes.figures}>{children}</Box>;
}
