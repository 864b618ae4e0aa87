// A piece of a page with a heading: a picture, a table, a form.
import { Box, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./shared.module.css";

/** A panel; `lead` is the sentence before the picture. `flush` lets a table reach the edges. */
export function Panel(props: { title?: string; lead?: ReactNode; act?: ReactNode; flush?: boolean; children: ReactNode }) {
  const hasHead = props.title !== undefined || props.act !== undefined || props.lead !== undefined;
  return (
    <Box component="section" className={classes.panel} aria-label={props.title}>
      {hasHead ? (
        <Group className={classes.panelHead} justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} miw={0} flex="1 1 260px">
            {props.title === undefined ? null : <Title order={2}>{props.title}</Title>}
            {props.lead === undefined ? null : (
              <Text size="sm" c="dimmed" component="div">
                {props.lead}
              </Text>
            )}
          </Stack>
          {props.act}
        </Group>
      ) : null}
      <Box className={props.flush === true ? classes.panelFlush : classes.panelBody}>{props.children}</Box>
    </Box>
  );
}
