// Where a run stands, in a word and as a bar.
import { Badge, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import handoffs from "./handoffs.module.css";
import type { Run } from "./mass";

const TONES: Partial<Record<Run["state"], string>> = { done: "good", failed: "caution" };

/** The word. */
export function MassState({ run }: { run: Run }) {
  const { t } = useTranslation("handoffs");
  return <Badge variant="outline" className={handoffs.badge} data-tone={TONES[run.state]}>{t(`mass.state.${run.state}`)}</Badge>;
}

/** The bar; what is taken back has no measure, because it happens all at once. */
export function MassBar({ run }: { run: Run }) {
  const { t } = useTranslation("handoffs");
  const share = run.state === "undoing" ? 100 : ((run.begun + run.left) / Math.max(1, run.total)) * 100;
  return (
    <Progress.Root size="md" radius="xl" w="100%">
      <Progress.Section value={share} animated={run.state === "undoing"} striped={run.state === "undoing"} aria-label={t("mass.progress")} />
    </Progress.Root>
  );
}
