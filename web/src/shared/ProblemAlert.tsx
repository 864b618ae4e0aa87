// What went wrong, in the server's words, and what to do.
import { Alert, Button, Stack, Text } from "@mantine/core";
import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslation } from "react-i18next";
import { wording } from "./wording";

/** Shows an error; with `onRetry` it can be tried again. Shows nothing where there is none. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const { title, detail } = wording(error);
  return (
    <Alert color="red" variant="light" role="alert" title={title} icon={<CircleAlert size={18} aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{detail}</Text>
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("retry")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
