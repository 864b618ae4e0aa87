// What is not there yet: why, and what to do next with a way there.
import { Button, Center, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** An empty place; `act` leads to where it gets filled. */
export function EmptyState(props: {
  icon: LucideIcon;
  title: string;
  text: ReactNode;
  act?: { label: string; to: string; search?: Record<string, string> };
  children?: ReactNode;
}) {
  return (
    <Center py={56} px="md">
      <Stack align="center" gap="xs" maw={460}>
        <ThemeIcon size={48} radius="xl" variant="light" aria-hidden>
          <props.icon size={24} />
        </ThemeIcon>
        <Title order={2} ta="center" mt="xs">
          {props.title}
        </Title>
        <Text c="dimmed" ta="center" size="sm">
          {props.text}
        </Text>
        {props.act === undefined ? null : (
          <Button component={Link} to={props.act.to} search={(props.act.search ?? {}) as never} mt="xs">
            {props.act.label}
          </Button>
        )}
        {props.children}
      </Stack>
    </Center>
  );
}
