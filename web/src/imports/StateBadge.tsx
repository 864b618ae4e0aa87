// How an import stands.
import { Badge } from "@mantine/core";
import { useStateName } from "./words";

const variants: Record<string, { color: string; variant: "light" | "outline" | "default" }> = {
  done: { color: "accent", variant: "light" },
  failed: { color: "red", variant: "outline" },
};

/** The state as a word in a frame. */
export function StateBadge({ state }: { state: string }) {
  const name = useStateName();
  const { color, variant } = variants[state] ?? { color: "gray", variant: "default" as const };
  return (
    <Badge color={color} variant={variant} tt="none" fw={550}>
      {name(state)}
    </Badge>
  );
}
