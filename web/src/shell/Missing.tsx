// Addresses without a page, and pages that broke.
import { Button, Center, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../shared/ProblemAlert";

/** Says that there is no such page. */
export function Missing() {
  const { t } = useTranslation("shell");
  return (
    <Center mih="60vh" component="main">
      <Stack align="center" gap="sm">
        <Title order={1}>{t("missing.title")}</Title>
        <Text c="dimmed">{t("missing.text")}</Text>
        <Button component={Link} to="/">
          {t("missing.act")}
        </Button>
      </Stack>
    </Center>
  );
}

/** Says what went wrong with the page itself. */
export function Failed({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <Center mih="60vh" p="md" component="main">
      <ProblemAlert error={error} onRetry={reset} />
    </Center>
  );
}
