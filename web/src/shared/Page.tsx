// A page: its title, one sentence that says what one sees, one clear act.
import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import classes from "./shared.module.css";

/** A page of a room. `width`: `text` for forms, `wide` for pictures and tables. */
export function Page(props: {
  title: string;
  lead?: ReactNode;
  act?: ReactNode;
  /** Above the title: where this page belongs. */
  above?: ReactNode;
  width?: "text" | "wide";
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${props.title} · Tandem`;
  }, [props.title]);
  return (
    <Box className={classes.page} data-width={props.width ?? "wide"}>
      <Stack gap={4} mb="lg">
        {props.above}
        <Group justify="space-between" align="center" gap="sm">
          <Title order={1}>{props.title}</Title>
          {props.act === undefined ? null : <Group gap="xs">{props.act}</Group>}
        </Group>
        {props.lead === undefined ? null : (
          <Text c="dimmed" maw={760} component="div">
            {props.lead}
          </Text>
        )}
      </Stack>
      <Stack gap="lg">{props.children}</Stack>
    </Box>
  );
}
